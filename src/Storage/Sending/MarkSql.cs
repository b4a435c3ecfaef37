using MdtChatBot.Storage.Sql;
using NodaTime;

namespace MdtChatBot.Storage.Sending;

/// <summary>What send attempts and status callbacks do to the outbox and to the delivery of a message.</summary>
static class MarkSql
{
    // Not one that was put back since: this is still about the attempt that was refused (RefusedLater).
    static readonly Statement<(long Id, string? ProviderId)> Remove = new(
        new Rows<(long Id, string? ProviderId)>().Number("id", r => r.Id).Text("provider_id", r => r.ProviderId),
        $$"""
        with o as materialized
               (select r.id as gone
                  from {rows}
                 where not coalesce((select d.state = 'NeedsTemplate' and d.provider_id = r.provider_id from delivery d where d.message_id = r.id), false))
        delete from outbox
         where {{Statement.Among("id", "o.gone", "o")}} and id in (select o.gone from o)
        """);

    // One that needs a template while the youth wrote during the attempt is due at once: the window is open again.
    static readonly Statement<Postponed> Postpone = new(
        new Rows<Postponed>()
            .Number("id", r => r.Id)
            .Time("due", r => r.Due)
            .Time("since", r => r.Since)
            .Flag("parks", r => r.Due is null)
            .Text("stood_in", r => r.StandIn)
            .Flag("tried", r => r.Tried),
        $$"""
        update outbox
           set due           = case when not r.parks then r.due
                                    when exists (select 1 from youth y where y.id = outbox.youth_id and y.last_heard > outbox.leased_at) then @now
                               end,
               attempts      = attempts + case when outbox.unknown_since is null and r.tried and not r.parks then 1 else 0 end,
               unknown_since = case when not r.tried then outbox.unknown_since
                                    when r.since is not null then coalesce(outbox.unknown_since, r.since)
                               end,
               stood_in      = coalesce(r.stood_in, outbox.stood_in),
               stood_in_at   = case when r.stood_in is null then outbox.stood_in_at else @now end,
               leased_by     = null,
               leased_at     = null
          from {rows}
         where outbox.id = r.id and {{Statement.AmongRows("outbox.id")}}
        """);

    // Only lines that are still there: an erased youth's last message leaves no trace. Only forward, save that what was unknown may be queued again.
    // What a stand-in announced keeps that it did.
    static readonly Statement<Delivered> Deliver = new(
        new Rows<Delivered>()
            .Number("id", r => r.Id)
            .Text("state", r => r.State.ToString())
            .Text("provider_id", r => r.ProviderId)
            .Text("code", r => r.Code)
            .Text("sent_as", r => r.As?.ToString() ?? "")
            .Text("category", r => r.Category?.ToString() ?? ""),
        $$"""
        insert into delivery (message_id, state, provider_id, code, at, sent_as, category)
        select r.id, r.state, r.provider_id, r.code, @now, r.sent_as, r.category
          from {rows}
          join message m on m.id = r.id
         where true
            on conflict (message_id) do update
           set state       = case when {{Forward}} then excluded.state else delivery.state end,
               code        = case when {{Forward}} then excluded.code else delivery.code end,
               at          = case when {{Forward}} then excluded.at else delivery.at end,
               provider_id = coalesce(excluded.provider_id, delivery.provider_id),
               sent_as     = case when excluded.sent_as = '' or delivery.sent_as = 'StandIn' then delivery.sent_as else excluded.sent_as end,
               category    = case when excluded.category = '' then delivery.category else excluded.category end
         where delivery.state <> 'NeedsTemplate' or delivery.provider_id is null or excluded.provider_id is null or delivery.provider_id <> excluded.provider_id
        """);

    static readonly Statement<long> StopPostgres = new(
        new Rows<long>().Number("id", id => id),
        """
        update youth
           set stopped = true, invitations = 'Declined',
               state = jsonb_set(jsonb_set(state::jsonb, '{stopped}', 'true'), '{invitations}', '"Declined"')::text
         where id in (select m.youth_id from {rows} join message m on m.id = r.id)
        """);

    static readonly Statement<long> StopSqlite = new(
        new Rows<long>().Number("id", id => id),
        """
        update youth
           set stopped = true, invitations = 'Declined',
               state = json_set(state, '$.stopped', json('true'), '$.invitations', 'Declined')
         where id in (select m.youth_id from {rows} join message m on m.id = r.id)
        """);

    static readonly Statement<long> EndConsent = new(
        new Rows<long>().Number("id", id => id),
        """
        insert into consent (youth_id, at, purpose, given, wording, way)
        select m.youth_id, @now, 'Invitations', false, '', 'Provider'
          from {rows}
          join message m on m.id = r.id
        """);

    static string Forward => $"(excluded.state in ('Queued', 'NeedsTemplate') and delivery.state in ('Unknown', 'NeedsTemplate')) or {Rank("excluded.state")} > {Rank("delivery.state")}";

    /// <summary>Puts the marks on outbox and delivery. Opted-out conversations are stopped by <see cref="StopOptedOut"/>.</summary>
    public static IEnumerable<Call> Apply(IReadOnlyList<SendMark> marks, Instant now)
    {
        if (marks.Count == 0) yield break;
        var over = marks.Where(m => m is SendMark.Sent or SendMark.Failed or SendMark.OptedOut).Select(m => (m.Id, (m as SendMark.Sent)?.ProviderId)).ToList();
        if (over.Count > 0) yield return Remove.With(over);
        var later = Last(marks).Select(Later).OfType<Postponed>().ToList();
        if (later.Count > 0) yield return Postpone.With(later, ("now", now));
        var outcomes = Last(marks).Where(m => m is not SendMark.PutBack).Select(Outcome).ToList();
        if (outcomes.Count > 0) yield return Deliver.With(outcomes, ("now", now));
    }

    /// <summary>A status callback proves that the provider has the message, so nothing is left to send.</summary>
    public static IReadOnlyList<Call> Apply(IReadOnlyList<DeliveryStatus> statuses, Instant now)
    {
        var furthest = statuses.GroupBy(s => s.Id).Select(g => g.MaxBy(s => s.Rank)!).ToList();
        return
        [
            Remove.With([.. furthest.Select(s => (s.Id, (string?)s.ProviderId))]),
            Deliver.With([.. furthest.Select(s => new Delivered(s.Id, s.Rank, s.ProviderId, s.Code))], ("now", now)),
        ];
    }

    /// <summary>Who opted out at the provider hears nothing more from us until they write again.</summary>
    public static IEnumerable<Call> StopOptedOut(IReadOnlyList<SendMark> marks, bool isPostgres, Instant now)
    {
        var optedOut = marks.OfType<SendMark.OptedOut>().Select(m => m.Id).ToList();
        if (optedOut.Count == 0) yield break;
        yield return (isPostgres ? StopPostgres : StopSqlite).With(optedOut);
        yield return EndConsent.With(optedOut, ("now", now));
    }

    // One row for each message, or the upsert would meet itself.
    static IEnumerable<SendMark> Last(IReadOnlyList<SendMark> marks) => marks.GroupBy(m => m.Id).Select(g => g.Last());

    /// <summary>When it is looked at next; null where it is over.</summary>
    public static Postponed? Later(SendMark mark) => mark switch
    {
        SendMark.Again again => new Postponed(again.Id, again.NotBefore, null),
        SendMark.PutBack back => new Postponed(back.Id, back.NotBefore, null, Tried: false),
        SendMark.NeedsTemplate needs => new Postponed(needs.Id, null, null),
        SendMark.StoodIn stood => new Postponed(stood.Id, null, null) { StandIn = stood.StandIn },
        SendMark.Unknown unknown => new Postponed(unknown.Id, unknown.LookAgain, unknown.Since),
        _ => null,
    };

    /// <summary>How far the message got by it.</summary>
    public static Delivered Outcome(SendMark mark) => mark switch
    {
        SendMark.Sent sent => new Delivered(sent.Id, Delivery.Sent, sent.ProviderId, "") { As = sent.As, Category = sent.Category },
        SendMark.StoodIn stood => new Delivered(stood.Id, Delivery.NeedsTemplate, null, "") { As = SentAs.StandIn, Category = stood.Category },
        SendMark.Again again => new Delivered(again.Id, Delivery.Queued, null, again.Code),
        SendMark.PutBack back => new Delivered(back.Id, Delivery.Queued, null, ""),
        SendMark.Failed failed => new Delivered(failed.Id, Delivery.Failed, null, failed.Code),
        SendMark.OptedOut optedOut => new Delivered(optedOut.Id, Delivery.Failed, null, optedOut.Code),
        SendMark.NeedsTemplate needs => new Delivered(needs.Id, Delivery.NeedsTemplate, null, ""),
        SendMark.Unknown unknown => new Delivered(unknown.Id, Delivery.Unknown, null, ""),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static string Rank(string column) =>
        $"case {column} {string.Join(' ', Enum.GetValues<Delivery>().Select(d => $"when '{d}' then {(int)d}"))} end";

    /// <summary>What is said of the template that announced a message, which itself still waits.</summary>
    static readonly Statement<DeliveryStatus> NoteStandIn = new(
        new Rows<DeliveryStatus>().Number("id", s => s.Id).Text("code", s => s.Code),
        """
        update delivery
           set code = r.code, at = @now
          from {rows}
         where delivery.message_id = r.id and delivery.state = 'NeedsTemplate' and delivery.sent_as = 'StandIn'
        """);

    /// <summary>A stand-in did not arrive: its message goes on waiting, and staff see why.</summary>
    public static Call StandInFailed(IReadOnlyList<DeliveryStatus> statuses, Instant now) => NoteStandIn.With([.. statuses.DistinctBy(s => s.Id)], ("now", now));

    internal sealed record Postponed(long Id, Instant? Due, Instant? Since, bool Tried = true)
    {
        public string? StandIn { get; init; }
    }

    internal sealed record Delivered(long Id, Delivery State, string? ProviderId, string Code)
    {
        public SentAs? As { get; init; }

        public MessageCategory? Category { get; init; }
    }
}
