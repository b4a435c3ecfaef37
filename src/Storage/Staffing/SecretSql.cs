using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Storage.Staffing;

/// <summary>What opens an account: password, second factor, recovery codes; and what is sealed in it.</summary>
static class SecretSql
{
    public static readonly Statement SetPassword = new("update staff set password_hash = @hash, security_stamp = @stamp where id = @staff");

    public static readonly Statement SetTotp = new("update staff set totp_secret = @secret, totp_used = @step, security_stamp = @stamp where id = @staff");

    /// <summary>A code opens once: a step that is not later than the last one changes nothing.</summary>
    public static readonly Statement UseStep = new("update staff set totp_used = @step where id = @staff and totp_used < @step");

    public static readonly Statement ForgetTotp = new("update staff set totp_secret = null, totp_used = 0 where id = @staff");

    public static readonly Statement ForgetCodes = new("delete from staff_recovery_code where staff_id = @staff");

    public static readonly Statement<string> AddCodes = new(
        new Rows<string>().Text("code_hash", c => c),
        """
        insert into staff_recovery_code (staff_id, code_hash)
        select @staff, r.code_hash
          from {rows}
        """);

    public static readonly Statement UseCode = new("delete from staff_recovery_code where staff_id = @staff and code_hash = @hash");

    public static readonly Statement CountCodes = new("select count(*) from staff_recovery_code where staff_id = @staff");

    public static readonly Statement SetAlert = new("update staff set alert_number = @number, alert_shown = @shown where id = @staff");

    public static readonly Statement ReadAlert = new("select alert_number from staff where id = @staff and alert_shown <> ''");

    public static readonly Statement ForgetPasskeys = new("delete from staff_passkey where staff_id = @staff");

    public static IEnumerable<Call> FreeSecondFactor(StaffId staff) =>
        [ForgetTotp.With(("staff", staff.Value)), ForgetCodes.With(("staff", staff.Value)), ForgetPasskeys.With(("staff", staff.Value))];
}
