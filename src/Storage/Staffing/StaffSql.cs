using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Staffing;
using NodaTime.Text;

namespace MdtChatBot.Storage.Staffing;

/// <summary>Reads of accounts, and writes of the person behind one.</summary>
static class StaffSql
{
    static readonly LocalDatePattern Date = LocalDatePattern.Iso;

    const string Columns = """
        select s.id, s.name, s.role, s.speaks, s.hours, s.load_cap, s.absent_until, s.email, s.console, s.active, s.is_demo, s.created_at,
               s.password_hash, s.security_stamp, s.totp_secret, s.alert_shown
          from staff s
        """;

    public static readonly Statement All = new($"""
        {Columns}
         where s.id > 0
         order by s.id
        """);

    public static readonly Statement ById = new($"""
        {Columns}
         where s.id = @staff
        """);

    public static readonly Statement ByEmail = new($"""
        {Columns}
         where s.email = @email
        """);

    public static readonly Statement AllSites = new("select staff_id, site_id, is_primary from staff_site where staff_id > 0 order by staff_id, site_id");

    public static readonly Statement SitesById = new("select staff_id, site_id, is_primary from staff_site where staff_id = @staff order by site_id");

    public static readonly Statement SitesByEmail = new("""
        select x.staff_id, x.site_id, x.is_primary
          from staff s
          join staff_site x on x.staff_id = s.id
         where s.email = @email
         order by x.site_id
        """);

    public static readonly Statement<NewStaff> Add = new(
        new Rows<NewStaff>()
            .Text("name", s => s.Name)
            .Text("email", s => s.Email)
            .Text("role", s => s.Role.ToString())
            .Text("speaks", s => Codes(s.Speaks))
            .Text("hours", s => HoursText.Json(s.Hours))
            .Number("load_cap", s => s.LoadCap)
            .Text("console", s => s.Console.Code)
            .Flag("is_demo", s => s.IsDemo)
            .Time("created_at", s => s.At)
            .Text("password_hash", s => s.PasswordHash)
            .Text("security_stamp", s => s.SecurityStamp),
        """
        insert into staff (name, email, role, speaks, hours, load_cap, console, is_demo, created_at, password_hash, security_stamp)
        select r.name, r.email, r.role, r.speaks, r.hours, r.load_cap, r.console, r.is_demo, r.created_at, r.password_hash, r.security_stamp
          from {rows} where true
            on conflict (email) do nothing
        returning id
        """);

    public static readonly Statement LeaveSites = new("delete from staff_site where staff_id = @staff");

    public static readonly Statement<WorkPlace> JoinSites = new(
        new Rows<WorkPlace>().Text("site_id", p => p.Site.Value).Flag("is_primary", p => p.IsPrimary),
        """
        insert into staff_site (staff_id, site_id, is_primary)
        select @staff, r.site_id, r.is_primary
          from {rows} where true
            on conflict (staff_id, site_id) do nothing
        """);

    public static readonly Statement CountAdmins = new("select count(*) from staff where id > 0 and role = 'Admin' and active");

    /// <summary>Two Admins who close each other at the same time wait for each other here, and the second finds nobody left.</summary>
    public static readonly Statement LockAdmins = new("select s.id from staff s where s.id > 0 and s.role = 'Admin' and s.active order by s.id {lock s}");

    public static readonly Statement SetRole = new("update staff set role = @role, security_stamp = @stamp where id = @staff");

    public static readonly Statement SetActive = new("update staff set active = @active, security_stamp = @stamp where id = @staff and active <> @active");

    public static readonly Statement<StaffProfile> SaveProfile = new(
        new Rows<StaffProfile>()
            .Number("id", p => p.Staff.Value)
            .Text("name", p => p.Name)
            .Text("speaks", p => Codes(p.Speaks))
            .Text("hours", p => HoursText.Json(p.Hours))
            .Number("load_cap", p => p.LoadCap)
            .Text("absent_until", p => p.AbsentUntil is { } day ? Date.Format(day) : null)
            .Text("console", p => p.Console.Code),
        """
        update staff
           set name = r.name, speaks = r.speaks, hours = r.hours, load_cap = r.load_cap, absent_until = r.absent_until, console = r.console
          from {rows}
         where staff.id = r.id
        """);

    public static readonly Statement CloseDemo = new("update staff set active = false where id > 0 and is_demo and active");

    public static StaffAccount Account(DbDataReader row) => new()
    {
        Member = new StaffMember
        {
            Id = new StaffId(row.Number(0)),
            Name = row.Text(1),
            Role = row.Name<StaffRole>(2),
            Sites = [],
            Speaks = [.. row.Text(3).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => new Language(code))],
            Hours = HoursText.ReadJson(row.Text(4)),
            LoadCap = (int)row.Number(5),
            AbsentUntil = row.TextOrNull(6) is { } day ? Date.Parse(day).Value : null,
        },
        Email = row.Text(7),
        Console = new Language(row.Text(8)),
        Active = row.Flag(9),
        IsDemo = row.Flag(10),
        CreatedAt = row.Time(11),
        PasswordHash = row.TextOrNull(12),
        SecurityStamp = row.Text(13),
        TotpSecret = row.TextOrNull(14),
        AlertShown = row.Text(15),
    };

    public static string Codes(IEnumerable<Language> languages) => string.Join(' ', languages.Select(l => l.Code));
}
