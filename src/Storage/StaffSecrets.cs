using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Staffing;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Storage;

/// <summary>What opens an account, and what is sealed in it. Hashing and sealing are the caller's: nothing readable is stored.</summary>
public sealed class StaffSecrets(Database database)
{
    /// <summary>All sessions with another stamp end.</summary>
    public Task SetPassword(StaffId staff, string hash, string stamp, AuditEntry entry, CancellationToken stop) =>
        Commit([SecretSql.SetPassword.With(("staff", staff.Value), ("hash", hash), ("stamp", stamp)), AuditSql.Write.With([entry])], stop);

    /// <summary>A second factor in place of the one that was there, with fresh recovery codes. The step is that of the code that proved it.</summary>
    public Task SetTotp(StaffId staff, string sealedSecret, long step, string stamp, IReadOnlyList<string> codeHashes, AuditEntry entry, CancellationToken stop) =>
        Commit(
            [
                SecretSql.SetTotp.With(("staff", staff.Value), ("secret", sealedSecret), ("step", step), ("stamp", stamp)),
                .. Codes(staff, codeHashes),
                AuditSql.Write.With([entry]),
            ],
            stop);

    public Task ReplaceCodes(StaffId staff, IReadOnlyList<string> codeHashes, AuditEntry entry, CancellationToken stop) =>
        Commit([.. Codes(staff, codeHashes), AuditSql.Write.With([entry])], stop);

    /// <summary>True once for each step, and only for a later one than the last.</summary>
    public Task<bool> UseStep(StaffId staff, long step, CancellationToken stop) => Changes(SecretSql.UseStep.With(("staff", staff.Value), ("step", step)), stop);

    /// <summary>True once for each recovery code.</summary>
    public Task<bool> UseCode(StaffId staff, string codeHash, CancellationToken stop) => Changes(SecretSql.UseCode.With(("staff", staff.Value), ("hash", codeHash)), stop);

    public async Task<int> CodesLeft(StaffId staff, CancellationToken stop) =>
        (int)(await database.List(SecretSql.CountCodes, row => row.Number(0), stop, ("staff", staff.Value))).Single();

    /// <summary>Where alerts go; both empty takes it away.</summary>
    public Task SetAlert(StaffId staff, string sealedNumber, string shown, AuditEntry entry, CancellationToken stop) =>
        Commit([SecretSql.SetAlert.With(("staff", staff.Value), ("number", sealedNumber), ("shown", shown)), AuditSql.Write.With([entry])], stop);

    /// <summary>The sealed number; null without one.</summary>
    public async Task<string?> Alert(StaffId staff, CancellationToken stop) =>
        (await database.List(SecretSql.ReadAlert, row => row.Text(0), stop, ("staff", staff.Value))).FirstOrDefault();

    static IEnumerable<Call> Codes(StaffId staff, IReadOnlyList<string> hashes) =>
        [SecretSql.ForgetCodes.With(("staff", staff.Value)), SecretSql.AddCodes.With(hashes, ("staff", staff.Value))];

    async Task Commit(IReadOnlyList<Call> calls, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit(calls, stop);
    }

    async Task<bool> Changes(Call call, CancellationToken stop)
    {
        await Commit([call], stop);
        return call.Changed > 0;
    }
}
