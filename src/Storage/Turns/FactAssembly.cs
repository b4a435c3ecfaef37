using MdtChatBot.Storage.Programme;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>Turns with their facts, made of what was read of each youth and of the programme.</summary>
sealed class FactAssembly(ProgrammeStore programme, FactSettings settings)
{
    public List<BookingRow> Bookings { get; } = [];

    /// <summary>Ids for transcript lines: two for each turn.</summary>
    public List<long> Lines { get; } = [];

    public Dictionary<string, EntryCode> Codes { get; } = [];

    public async Task<IReadOnlyList<Work>> Assemble(IReadOnlyList<WorkRow> rows, Instant now, CancellationToken stop)
    {
        if (rows.Count == 0) return [];
        var snapshot = await programme.Fresh(now, stop);
        if (Bookings.Any(b => snapshot.At(b.Session, b.Revision) is null)) snapshot = await programme.ReadAll(now, stop);
        return Assemble(rows, snapshot.Offer, await LongPast(snapshot, stop), now);
    }

    /// <summary>The entry codes that are carried by these inputs.</summary>
    public IReadOnlyList<Call> FindCodes(IEnumerable<Inbound> inputs)
    {
        var carried = inputs.Select(CodeIn).OfType<string>().Distinct().ToList();
        return carried.Count > 0 ? [EntryCodeSql.Load(carried, Codes)] : [];
    }

    // Bookings of sessions that are no longer on offer.
    async Task<IReadOnlyDictionary<SessionId, TrialSession>> LongPast(Snapshot snapshot, CancellationToken stop)
    {
        var missing = Bookings.Select(b => b.Session).Where(id => snapshot.Offer.Session(id) is null).Distinct().ToList();
        return missing.Count == 0 ? new Dictionary<SessionId, TrialSession>() : await programme.Sessions(missing, stop);
    }

    List<Work> Assemble(IReadOnlyList<WorkRow> rows, Offer offer, IReadOnlyDictionary<SessionId, TrialSession> past, Instant now)
    {
        var bookings = Bookings.ToLookup(b => b.Youth, b => Book(b, offer.Session(b.Session) ?? past[b.Session]));
        var work = new List<Work>(rows.Count);
        var clips = settings.Clips?.Invoke() ?? new Dictionary<SpokenText, string>();
        foreach (var row in rows)
        {
            var facts = new Facts
            {
                Now = now,
                Offer = offer,
                Bookings = [.. bookings[row.Youth]],
                Handoff = row.Handoff,
                Code = CodeIn(row.Inbound!) is { } code ? Codes.GetValueOrDefault(code) : null,
                // Only who wrote can ask for one; a hundred thousand reminders need none.
                NewCode = row.TimerId is null ? settings.NewCode() : "",
                PublicUrl = settings.PublicUrl,
                WhatsAppNumber = settings.WhatsAppNumber,
                InvitationsAMonth = settings.InvitationsAMonth,
                Listens = settings.Listens,
                Clips = clips,
                KeepsMisunderstood = settings.KeepsMisunderstood,
                HasWindow = settings.Windowed.Contains(row.Channel),
                HasWaiting = row.Outgoing is Outgoing.Live,
            };
            work.Add(new Work(Claimed(row, facts), row.At ?? now, row.LastHeard, Lines[2 * work.Count], Lines[2 * work.Count + 1], row.Outgoing));
        }
        return work;
    }

    static ClaimedTurn Claimed(WorkRow row, Facts facts) => new()
    {
        Youth = row.Youth,
        Channel = row.Channel,
        Address = row.Address,
        Conversation = row.Conversation,
        Inbound = row.Inbound!,
        Facts = facts,
        InboxId = row.InboxId,
        TimerId = row.TimerId,
        Unreadable = row.Unreadable,
    };

    static Booking Book(BookingRow row, TrialSession session) => new()
    {
        Session = session.Taken == row.Taken ? session : session with { Taken = row.Taken },
        Status = row.Status,
        Version = row.Version,
        BookedAt = row.BookedAt,
        AtRisk = row.AtRisk,
        Guests = row.Guests,
    };

    static string? CodeIn(Inbound inbound) => inbound switch
    {
        Inbound.Message { Words.Length: > 0 } message => EntryCode.In(message.Words),
        Inbound.Referred referred => referred.Code,
        _ => null,
    };
}
