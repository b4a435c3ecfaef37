using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow.Handoffs;
using NodaTime;

namespace MdtChatBot.Storage.Handoffs;

/// <summary>Alerts to staff. Whoever waits is found from the few who want alerts, through what each of them has open.</summary>
static class AlertSql
{
    const string NotTaken = "h.closed_at is null and h.coach = ''";

    const string Unalerted = $"""
        select s.id, h.id, h.urgency, (select max(a.at) from staff_alert a where a.staff_id = s.id)
          from staff s
          join handoff h on h.staff_id = s.id and {NotTaken} and (h.snoozed_until is null or h.snoozed_until <= @now)
          left join staff_alert_handoff t on t.handoff_id = h.id and t.staff_id = s.id and t.urgent = (h.urgency = 'Urgent')
         where s.alert_shown <> '' and s.active and t.handoff_id is null
        """;

    /// <summary>All who want alerts and wait for one: person, handoff, urgency, their last alert.</summary>
    public static readonly Statement AllUnalerted = new($"{Unalerted} and s.id > 0 order by s.id, h.id");

    public static readonly Statement UnalertedOf = new($"{Unalerted} and s.id = @staff order by h.id");

    /// <summary>Two nodes that would alert the same person wait for each other here; the second then sees what the first did.</summary>
    public static readonly Statement Hold = new("select s.id from staff s where s.id = @staff {lock s}");

    public static readonly Statement Forget = new("delete from staff_alert where staff_id = @staff and at < @before");

    public static readonly Statement Add = new("""
        insert into staff_alert (staff_id, at, urgent, due)
        values (@staff, @now, @urgent, @now)
        returning id
        """);

    public static readonly Statement<Unalerted> Tell = new(
        new Rows<Unalerted>().Number("handoff_id", u => u.Handoff).Flag("urgent", u => u.Urgency is Urgency.Urgent),
        """
        insert into staff_alert_handoff (handoff_id, staff_id, urgent, alert_id)
        select r.handoff_id, @staff, r.urgent, @id
          from {rows} where true
            on conflict (handoff_id, staff_id, urgent) do nothing
        """);

    public static readonly Statement IsAnythingDue = new("select exists (select 1 from staff_alert where due <= @now)");

    /// <summary>As in the queue of messages: one whose lease ran out comes back as unknown. Without a number where nothing that it tells of waits for this person any more.</summary>
    public static readonly Statement Claim = new($$"""
        with c as materialized
               (select a.id as chosen
                  from staff_alert a
                 where a.due <= @now
                 order by a.due
                 limit @max {skip-locked a})
        update staff_alert
           set due           = @until,
               leased_at     = @now,
               unknown_since = case when staff_alert.leased_at is null then staff_alert.unknown_since else coalesce(staff_alert.unknown_since, staff_alert.leased_at) end
          from c
         where staff_alert.id = c.chosen
        returning id, staff_id, urgent, attempts, unknown_since,
                  (select s.alert_number
                     from staff s
                    where s.id = staff_alert.staff_id and s.alert_shown <> '' and s.active
                      and exists (select 1
                                    from staff_alert_handoff t
                                    join handoff h on h.id = t.handoff_id
                                   where t.alert_id = staff_alert.id and h.staff_id = s.id and {{NotTaken}})),
                  (select s.console from staff s where s.id = staff_alert.staff_id)
        """);

    public static readonly Statement<AlertMark> Mark = new(
        new Rows<AlertMark>()
            .Number("id", m => m.Id)
            .Text("state", m => m.State.ToString())
            .Text("code", m => m.Code)
            .Text("provider_id", m => m.ProviderId)
            .Time("due", m => m.Due)
            .Time("since", m => m.Since),
        """
        update staff_alert
           set state         = r.state,
               code          = r.code,
               provider_id   = coalesce(r.provider_id, staff_alert.provider_id),
               due           = r.due,
               attempts      = staff_alert.attempts + case when staff_alert.unknown_since is null then 1 else 0 end,
               leased_at     = null,
               unknown_since = case when r.since is not null then coalesce(staff_alert.unknown_since, r.since) end
          from {rows}
         where staff_alert.id = r.id and staff_alert.state in ('Queued', 'Unknown')
        """);

    /// <summary>What the provider says later; only forward, and it proves that nothing is left to send.</summary>
    public static readonly Statement Report = new("""
        update staff_alert
           set state = @state, code = @code, provider_id = @provider_id, due = null, leased_at = null, unknown_since = null
         where id = @id and state <> 'Failed' and (state <> 'Read' or @state = 'Failed') and (state <> 'Delivered' or @state <> 'Sent')
        """);

    public static readonly Statement IsTaken = new("select exists (select 1 from staff_alert where provider_id = @provider_id)");

    public static readonly Statement Last = new("""
        select at, state, code
          from staff_alert
         where staff_id = @staff and state <> 'Queued'
         order by at desc, id desc
         limit 1
        """);

    public static DueAlert Due(DbDataReader row) => new()
    {
        Id = row.Number(0),
        Urgent = row.Flag(2),
        Attempts = (int)row.Number(3),
        UnknownSince = row.TimeOrNull(4),
        SealedNumber = row.TextOrNull(5),
        Console = new Workflow.Language(row.Text(6)),
    };
}

/// <summary>What an attempt does to an alert.</summary>
/// <param name="Due">When to try or look again; null when it is over.</param>
/// <param name="Since">Since when nobody knows what became of it.</param>
sealed record AlertMark(long Id, Delivery State, string Code = "", string? ProviderId = null, Instant? Due = null, Instant? Since = null);
