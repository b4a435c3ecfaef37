using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Storage.Referring;

static class ReferralSql
{
    const string Columns = """
        f.id, f.code, f.owner_staff, coalesce(o.name, ''), f.site, f.youth_id,
        case when y.first_name <> '' then y.first_name else f.first_name end, coalesce(y.language, f.language), f.phone <> '',
        f.status, f.reason, f.sent_at, f.moved_at, f.looked_at, y.last_heard,
        (select min(s.starts)
           from booking b
           join session s on s.id = b.session_id
          where b.youth_id = f.youth_id and b.status in ('Offered', 'Booked', 'Confirmed') and s.ends > @now)
        """;

    const string Joined = """
        left join youth y on y.id = f.youth_id
        left join staff o on o.id = f.owner_staff
        """;

    const string IsOpen = "f.status in ('Sent', 'Seen', 'Interested', 'Booked')";

    public static readonly Statement<NewReferral> Insert = new(
        new Rows<NewReferral>()
            .Text("code", r => r.Code)
            .Number("owner_staff", r => r.Owner.Id.Value)
            .Text("site", r => r.Site.Value)
            .Text("first_name", r => r.FirstName)
            .Text("language", r => r.Language.Code)
            .Text("phone", r => r.Phone),
        """
        insert into referral (code, owner_staff, site, first_name, language, phone, status, reason, sent_at, moved_at)
        select r.code, r.owner_staff, r.site, r.first_name, r.language, r.phone, 'Sent', 'None', @now, @now
          from {rows}
        returning id
        """);

    public static readonly Statement ById = new($"""
        select {Columns}
          from referral f
        {Joined}
         where f.id = @id
        """);

    public static readonly Statement OfOwner = new($"""
        select {Columns}
          from referral f
        {Joined}
         where f.owner_staff = @owner
         order by f.id desc
         limit @max
        """);

    public static readonly Statement AtSite = new($"""
        select {Columns}
          from referral f
        {Joined}
         where f.site = @site
         order by f.id desc
         limit @max
        """);

    public static readonly Statement QuietOfOwner = new($"""
        select {Columns}
          from referral f
        {Joined}
         where f.owner_staff = @owner and f.moved_at <= @before and {IsOpen}
         order by f.moved_at
         limit @max
        """);

    public static readonly Statement<SiteId> QuietAtSites = new(
        new Rows<SiteId>().Text("site", s => s.Value),
        $$"""
        select {{Columns}}
          from {rows}
          join referral f on f.site = r.site and f.moved_at <= @before and {{IsOpen}}
        {{Joined}}
         order by f.moved_at
         limit @max
        """);

    public static readonly Statement Look = new($"update referral as f set looked_at = @now where f.id = @id and {IsOpen}");

    public static readonly Statement Close = new("""
        update referral
           set status = 'Declined', reason = @reason, moved_at = @now, first_name = '', phone = ''
         where id = @id and youth_id is null and status = 'Sent'
        """);

    public static readonly Statement LapseUnseen = new("""
        update referral
           set status = 'Lapsed', reason = 'NeverCame', moved_at = @now, first_name = '', phone = ''
         where youth_id is null and status = 'Sent' and sent_at <= @before
        """);

    public static readonly Statement WithNumber = new("""
        select id, code, language, phone
          from referral
         where youth_id is null and status = 'Sent' and phone <> ''
         order by sent_at
         limit @max
        """);

    public static readonly Statement Handovers = new("""
        select at, from_site, to_site, note, by_name
          from handover
         where youth_id = @youth
         order by id desc
        """);

    public static Handover Handover(DbDataReader row) => new(row.Time(0), Site(row.TextOrNull(1)), Site(row.TextOrNull(2)), row.Text(3), row.Text(4));

    public static ReferralLine Line(DbDataReader row) => new()
    {
        Id = new ReferralId(row.Number(0)),
        Code = row.Text(1),
        Owner = row.NumberOrNull(2) is { } owner ? new StaffId(owner) : null,
        OwnerName = row.Text(3),
        Site = Site(row.TextOrNull(4)),
        Youth = row.NumberOrNull(5) is { } youth ? new YouthId(youth) : null,
        FirstName = row.Text(6),
        Language = row.Text(7) is { Length: > 0 } language ? new Language(language) : null,
        WaitsForTemplate = row.Flag(8),
        Status = row.Name<ReferralStatus>(9),
        Reason = row.Name<ReferralReason>(10),
        SentAt = row.Time(11),
        LastEvent = new[] { row.Time(12), row.TimeOrNull(13) ?? row.Time(12), row.TimeOrNull(14) ?? row.Time(12) }.Max(),
        Appointment = row.TimeOrNull(15),
    };

    static SiteId? Site(string? id) => id is { Length: > 0 } ? new SiteId(id) : null;
}
