using System.Data.Common;
using System.Globalization;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Storage.Turns;

/// <summary>What turns do to the open handoff of their youth.</summary>
static class HandoffSql
{
    // Who asked for a person waits for one, whatever else was open; nothing but urgency replaces anything urgent.
    public static readonly Statement<(YouthId Youth, HandoffReason Reason, Urgency Urgency)> Open = new(
        new Rows<(YouthId Youth, HandoffReason Reason, Urgency Urgency)>()
            .Number("youth_id", r => r.Youth.Value)
            .Text("reason", r => r.Reason.ToString())
            .Text("urgency", r => r.Urgency.ToString()),
        """
        insert into handoff (youth_id, reason, urgency, opened_at, waits_from)
        select r.youth_id, r.reason, r.urgency, @now, @now
          from {rows} where true
            on conflict (youth_id) where closed_at is null do update
           set reason = excluded.reason, urgency = excluded.urgency
         where handoff.urgency = 'Normal' and (excluded.urgency = 'Urgent' or excluded.reason = 'AskedForPerson')
        """);

    public static readonly Statement<(YouthId Youth, Effect.OfferHandoff Offer)> Offer = new(
        new Rows<(YouthId Youth, Effect.OfferHandoff Offer)>()
            .Number("youth_id", r => r.Youth.Value)
            .Number("staff_id", r => r.Offer.To?.Value)
            .Text("with_name", r => r.Offer.Name)
            .Number("version", r => r.Offer.Version)
            .Time("pick_up_by", r => r.Offer.PickUpBy)
            .Text("passed", r => Ids(r.Offer.Passed)),
        """
        update handoff
           set staff_id = r.staff_id, with_name = r.with_name, version = r.version, offered_at = @now, pick_up_by = r.pick_up_by, passed = r.passed,
               coach = '', snoozed_until = null
          from {rows}
         where handoff.youth_id = r.youth_id and handoff.closed_at is null
        """);

    public static readonly Statement<(YouthId Youth, Effect.TakeHandoff Take)> Take = new(
        new Rows<(YouthId Youth, Effect.TakeHandoff Take)>()
            .Number("youth_id", r => r.Youth.Value)
            .Text("coach", r => r.Take.CoachName)
            .Number("staff_id", r => r.Take.By?.Value)
            .Number("version", r => r.Take.Version),
        """
        update handoff
           set coach = r.coach, with_name = r.coach, staff_id = r.staff_id, version = r.version, taken_at = coalesce(handoff.taken_at, @now),
               offered_at = coalesce(handoff.offered_at, @now), snoozed_until = null
          from {rows}
         where handoff.youth_id = r.youth_id and handoff.closed_at is null
        """);

    public static readonly Statement<YouthId> Answer = new(
        new Rows<YouthId>().Number("youth_id", y => y.Value),
        """
        update handoff
           set answered_at = @now, answered = true, unread = false, waits_from = @now
         where closed_at is null and youth_id in (select r.youth_id from {rows})
        """);

    /// <summary>Who was answered and writes again waits from now on; who waits already waits no shorter for it.</summary>
    public static readonly Statement<YouthId> Hear = new(
        new Rows<YouthId>().Number("youth_id", y => y.Value),
        """
        update handoff
           set waits_from = case when answered then @now else waits_from end, answered = false, unread = false
         where closed_at is null and (answered or unread) and youth_id in (select r.youth_id from {rows})
        """);

    /// <summary>An answer did not reach the youth: back on the list, as one who waits.</summary>
    public static readonly Statement<YouthId> Unread = new(
        new Rows<YouthId>().Number("youth_id", y => y.Value),
        """
        update handoff
           set answered = false, unread = true, waits_from = @now
         where closed_at is null and answered and youth_id in (select r.youth_id from {rows})
        """);

    public static readonly Statement<(YouthId Youth, Effect.SnoozeHandoff Snooze)> Snooze = new(
        new Rows<(YouthId Youth, Effect.SnoozeHandoff Snooze)>()
            .Number("youth_id", r => r.Youth.Value)
            .Time("until", r => r.Snooze.Until)
            .Number("version", r => r.Snooze.Version),
        """
        update handoff
           set snoozed_until = r.until, version = r.version
          from {rows}
         where handoff.youth_id = r.youth_id and handoff.closed_at is null
        """);

    public static readonly Statement<YouthId> Close = new(
        new Rows<YouthId>().Number("youth_id", y => y.Value),
        """
        update handoff
           set closed_at = @now
         where closed_at is null and youth_id in (select r.youth_id from {rows})
        """);

    /// <summary>How many each has now, and when one was last put before them.</summary>
    public static readonly Statement<StaffId> Loads = new(
        new Rows<StaffId>().Number("id", s => s.Value),
        """
        select r.id,
               (select count(*) from handoff h where h.staff_id = r.id and h.closed_at is null and (h.snoozed_until is null or h.snoozed_until <= @now)),
               (select max(h.offered_at) from handoff h where h.staff_id = r.id)
          from {rows}
        """);

    /// <summary>The open handoff of a youth, from this column on: reason, urgency, whether a coach ever took it, the coach's name, account and name of who is asked, who passed, until when it is put off. Null where there is none.</summary>
    public static Handoff? Read(DbDataReader row, int at) => row.TextOrNull(at) is null ? null : new(row.Name<HandoffReason>(at), row.Name<Urgency>(at + 1), row.Text(at + 3).Length > 0, row.Text(at + 3))
    {
        Begun = row.Flag(at + 2),
        With = row.NumberOrNull(at + 4) is { } staff ? new StaffId(staff) : null,
        WithName = row.Text(at + 5),
        Passed = Ids(row.Text(at + 6)),
        SnoozedUntil = row.TimeOrNull(at + 7),
    };

    static string Ids(IReadOnlyList<StaffId> staff) => string.Join(' ', staff.Select(s => s.Value));

    static IReadOnlyList<StaffId> Ids(string stored) =>
        stored.Length == 0 ? [] : [.. stored.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new StaffId(long.Parse(id, CultureInfo.InvariantCulture)))];
}
