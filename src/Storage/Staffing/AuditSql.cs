using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Storage.Staffing;

/// <summary>The audit trail is added to and read, and ends after two years; nothing here changes it, and the database refuses who tries.</summary>
static class AuditSql
{
    const string Columns = "select a.id, a.at, a.staff_id, a.staff_name, a.act, a.youth_id, a.site_id, a.detail from audit a";

    /// <summary>For a store that writes an entry in the transaction of what it is about.</summary>
    public static readonly Statement<AuditEntry> Write = new(
        new Rows<AuditEntry>()
            .Time("at", e => e.At)
            .Number("staff_id", e => e.Staff?.Value)
            .Text("act", e => e.Act)
            .Number("youth_id", e => e.Youth?.Value)
            .Text("site_id", e => e.Site?.Value)
            .Text("detail", e => e.Detail),
        """
        insert into audit (at, staff_id, staff_name, act, youth_id, site_id, detail)
        select r.at, r.staff_id, coalesce(s.name, ''), r.act, r.youth_id, r.site_id, r.detail
          from {rows}
          left join staff s on s.id = r.staff_id
         order by r.n
        """);

    /// <summary>Lines of some days, newest first; of one person, one act and some sites where that is asked for.</summary>
    public static readonly Statement<SiteId> Find = new(
        new Rows<SiteId>().Text("site", s => s.Value),
        $$"""
        {{Columns}}
         where a.at >= @begins and a.at < @ends
           and (@staff = 0 or a.staff_id = @staff)
           and (@act = '' or a.act = @act)
           and (@everywhere or a.site_id in (select r.site from {rows}))
         order by a.at desc, a.id desc
         limit @max offset @skip
        """);

    public static readonly Statement Acts = new("select distinct act from audit where at >= @begins order by act");

    /// <summary>The database lets go of what is older than two years, and of nothing else.</summary>
    public static readonly Statement Forget = new("delete from audit where at < @before");

    public static AuditLine Line(DbDataReader row) => new(
        row.Number(0),
        row.Time(1),
        row.NumberOrNull(2) is { } staff ? new StaffId(staff) : null,
        row.Text(3),
        row.Text(4),
        row.NumberOrNull(5) is { } youth ? new YouthId(youth) : null,
        row.TextOrNull(6) is { } site ? new SiteId(site) : null,
        row.Text(7));
}
