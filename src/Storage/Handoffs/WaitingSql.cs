using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;

namespace MdtChatBot.Storage.Handoffs;

/// <summary>The work list: open handoffs, each part in the order of an index of the open ones.</summary>
static class WaitingSql
{
    static readonly Rows<SiteId> Sites = new Rows<SiteId>().Text("id", s => s.Value);

    const string List = "{rows}";

    // Who was answered last waits no longer and comes after those who do.
    const string Open = $"""
        select h.youth_id, h.reason, h.urgency, h.staff_id, h.with_name, h.coach <> '', h.version, h.opened_at, h.pick_up_by, h.snoozed_until,
               y.language, y.site, y.first_name, h.answered, h.waits_from, h.id, h.unread
          from handoff h
          join youth y on y.id = h.youth_id
         where h.closed_at is null
           and (@everywhere or h.staff_id = @me or (y.site is null and @unplaced) or y.site in (select r.id from {List}))
        """;

    // By key: who comes in or goes meanwhile moves nobody. In the order of an index, so that it stops at the limit.
    const string Page = """
         and (h.answered, h.waits_from, h.id) > (@answered, @sorted, @after)
         order by h.answered, h.waits_from, h.id
         limit @max
        """;

    public static readonly Statement<SiteId> Urgent = new(Sites, $"{Open} and h.urgency = 'Urgent' {Page}");

    public static readonly Statement<SiteId> Mine = new(Sites, $"{Open} and h.urgency <> 'Urgent' and h.staff_id = @me and (h.snoozed_until is null or h.snoozed_until <= @now) {Page}");

    public static readonly Statement<SiteId> Others = new(
        Sites,
        $"{Open} and h.urgency <> 'Urgent' and (h.staff_id is null or h.staff_id <> @me) and (h.snoozed_until is null or h.snoozed_until <= @now) {Page}");

    public static readonly Statement<SiteId> Snoozed = new(Sites, $"{Open} and h.urgency <> 'Urgent' and h.snoozed_until > @now {Page}");

    public static readonly Statement<SiteId> AtRisk = new(
        Sites,
        """
        select b.youth_id, b.session_id, b.status, b.at_risk, y.first_name, y.language, s.starts
          from session s
          join booking b on b.session_id = s.id and b.at_risk and b.status in ('Booked', 'Confirmed')
          join youth y on y.id = b.youth_id
         where s.starts >= @begins and s.ends > @now and (s.starts, b.youth_id) > (@sorted, @after)
           and (@everywhere or y.site in (select r.id from {rows}))
         order by s.starts, b.youth_id
         limit @max
        """);

    /// <summary>Whoever has or is asked to take an open handoff hears of an absence as an input of each youth.</summary>
    public static readonly Statement TellAbsent = new("""
        insert into inbox (youth_id, at, inbound)
        select h.youth_id, @now, @inbound
          from handoff h
         where h.staff_id = @staff and h.closed_at is null
         order by h.id
        """);
}
