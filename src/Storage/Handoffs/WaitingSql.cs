using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;

namespace MdtChatBot.Storage.Handoffs;

/// <summary>The work list: open handoffs, of which there are few beside those that were closed, found through the index of the open ones.</summary>
static class WaitingSql
{
    static readonly Rows<SiteId> Sites = new Rows<SiteId>().Text("id", s => s.Value);

    const string List = "{rows}";

    const string WaitsSince = "case when h.answered_at is null then h.opened_at when y.last_heard > h.answered_at then y.last_heard end";

    // Waiting since they wrote, or since it opened; who was answered last waits no longer and comes after those.
    const string Open = $"""
        select o.youth_id, o.reason, o.urgency, o.staff_id, o.with_name, o.coach <> '', o.version, o.opened_at, o.pick_up_by, o.snoozed_until,
               o.language, o.site, o.first_name, o.waits_since, o.id, o.sorted
          from (select h.id, h.youth_id, h.reason, h.urgency, h.staff_id, h.with_name, h.coach, h.version, h.opened_at, h.pick_up_by, h.snoozed_until,
                       y.language, y.site, y.first_name,
                       {WaitsSince} as waits_since, ({WaitsSince}) is null as answered, coalesce({WaitsSince}, h.answered_at) as sorted
                  from handoff h
                  join youth y on y.id = h.youth_id
                 where h.closed_at is null) as o
         where (@everywhere or o.staff_id = @me or (o.site is null and @unplaced) or o.site in (select r.id from {List}))
        """;

    // By key: who comes in or goes meanwhile moves nobody.
    const string Page = """
         and (o.answered, o.sorted, o.id) > (@answered, @sorted, @after)
         order by o.answered, o.sorted, o.id
         limit @max
        """;

    public static readonly Statement<SiteId> Urgent = new(Sites, $"{Open} and o.urgency = 'Urgent' {Page}");

    public static readonly Statement<SiteId> Mine = new(Sites, $"{Open} and o.urgency <> 'Urgent' and o.staff_id = @me and (o.snoozed_until is null or o.snoozed_until <= @now) {Page}");

    public static readonly Statement<SiteId> Others = new(
        Sites,
        $"{Open} and o.urgency <> 'Urgent' and (o.staff_id is null or o.staff_id <> @me) and (o.snoozed_until is null or o.snoozed_until <= @now) {Page}");

    public static readonly Statement<SiteId> Snoozed = new(Sites, $"{Open} and o.urgency <> 'Urgent' and o.snoozed_until > @now {Page}");

    public static readonly Statement<SiteId> AtRisk = new(
        Sites,
        """
        select b.youth_id, b.session_id, b.status, b.at_risk, y.first_name, y.language, s.starts
          from booking b
          join session s on s.id = b.session_id
          join youth y on y.id = b.youth_id
         where b.at_risk and b.status in ('Booked', 'Confirmed') and s.ends > @now
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
