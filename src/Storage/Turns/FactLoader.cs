using System.Data.Common;
using System.Text.Json;
using MdtChatBot.Storage.Programme;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>Loads the first input and the facts of each locked youth, all in one round trip.</summary>
sealed class FactLoader(ProgrammeStore programme, FactSettings settings)
{
    readonly List<WorkRow> _work = [];
    readonly List<BookingRow> _bookings = [];
    readonly List<long> _lines = [];
    readonly Dictionary<string, EntryCode> _codes = [];

    public async Task<IReadOnlyList<Work>> Load(Transaction transaction, IReadOnlyList<long> youths, Instant now, CancellationToken stop)
    {
        await transaction.Run(
            [
                ClaimSql.Work.With(youths, row => _work.Add(ReadWork(row)), ("now", now)),
                ClaimSql.Bookings.With(youths, row => _bookings.Add(ReadBooking(row))),
                transaction.TakeLineIds(2 * youths.Count, _lines),
            ],
            stop);
        _work.RemoveAll(row => row.Inbound is null);
        if (_work.Count == 0) return [];
        await LoadCodes(transaction, stop);
        var snapshot = await programme.Fresh(now, stop);
        if (_bookings.Any(b => snapshot.At(b.Session, b.Revision) is null)) snapshot = await programme.ReadAll(now, stop);
        return Assemble(snapshot.Offer, await LongPast(snapshot, stop), now);
    }

    async Task LoadCodes(Transaction transaction, CancellationToken stop)
    {
        var carried = _work.Select(CodeIn).OfType<string>().Distinct().ToList();
        if (carried.Count > 0) await transaction.Run(EntryCodeSql.Load(carried, _codes), stop);
    }

    // Bookings of sessions that are no longer on offer.
    async Task<IReadOnlyDictionary<SessionId, TrialSession>> LongPast(Snapshot snapshot, CancellationToken stop)
    {
        var missing = _bookings.Select(b => b.Session).Where(id => snapshot.Offer.Session(id) is null).Distinct().ToList();
        return missing.Count == 0 ? new Dictionary<SessionId, TrialSession>() : await programme.Sessions(missing, stop);
    }

    List<Work> Assemble(Offer offer, IReadOnlyDictionary<SessionId, TrialSession> past, Instant now)
    {
        var bookings = _bookings.ToLookup(b => b.Youth, b => Book(b, offer.Session(b.Session) ?? past[b.Session]));
        var work = new List<Work>(_work.Count);
        foreach (var row in _work)
        {
            var facts = new Facts
            {
                Now = now,
                Offer = offer,
                Bookings = [.. bookings[row.Youth]],
                Handoff = row.Handoff,
                Code = CodeIn(row) is { } code ? _codes.GetValueOrDefault(code) : null,
                // Only who wrote can ask for one; a hundred thousand reminders need none.
                NewCode = row.TimerId is null ? settings.NewCode() : "",
                PublicUrl = settings.PublicUrl,
                WhatsAppNumber = settings.WhatsAppNumber,
            };
            work.Add(new Work(Claimed(row, facts), row.At ?? now, row.LastHeard, _lines[2 * work.Count], _lines[2 * work.Count + 1]));
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
    };

    static string? CodeIn(WorkRow row) => row.Inbound is Inbound.Message { Words.Length: > 0 } message ? EntryCode.In(message.Words) : null;

    static WorkRow ReadWork(DbDataReader row)
    {
        var inbox = row.NumberOrNull(5);
        var timer = inbox is null ? row.NumberOrNull(10) : null;
        // One that can't be read must not keep the others of its batch from being run.
        string? unreadable = null;
        var conversation = ReadOr(new Conversation(), () => StorageJson.ReadConversation(row.Text(1)), ref unreadable);
        var inbound = inbox is null && timer is null ? null
            : ReadOr(new Inbound.SetAside(), () => inbox is not null ? StorageJson.ReadInbound(row.Text(9)) : ReadTimer(row), ref unreadable);
        return new WorkRow(
            new YouthId(row.Number(0)),
            conversation,
            row.TextOrNull(7) ?? row.Text(2),
            row.TextOrNull(8) ?? row.Text(3),
            row.TimeOrNull(4),
            inbox,
            timer,
            row.TimeOrNull(6),
            inbound,
            row.TextOrNull(13) is null ? null : HandoffSql.Read(row, 13),
            unreadable);
    }

    static T ReadOr<T>(T instead, Func<T> read, ref string? unreadable)
    {
        try
        {
            return read();
        }
        catch (Exception thrown) when (thrown is JsonException or NotSupportedException or ArgumentException)
        {
            unreadable = thrown.GetType().Name;
            return instead;
        }
    }

    static Inbound.TimerFired ReadTimer(DbDataReader row) => new(row.Name<TimerKind>(11), StorageJson.ReadSetFor(row.Text(12)));

    static BookingRow ReadBooking(DbDataReader row) => new(
        new YouthId(row.Number(0)),
        new SessionId(row.Number(1)),
        row.Name<BookingStatus>(2),
        (int)row.Number(3),
        row.Time(4),
        row.Flag(5),
        (int)row.Number(6),
        row.Number(7));
}
