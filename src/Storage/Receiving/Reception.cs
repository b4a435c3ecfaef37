using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Turns;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using NodaTime;

namespace MdtChatBot.Storage.Receiving;

/// <summary>
/// Takes in what arrived so that it can be decided in the same transaction: notes the keys, locks the youths and loads their facts,
/// in one round trip where all of them are known.
/// </summary>
/// <remarks>
/// Decided at once is the first input of a youth whom nobody else holds and for whom nothing else waits. The rest goes into the queue with
/// the same commit, behind what is there: order within a conversation never changes.
/// </remarks>
sealed class Reception(Transaction transaction, FactAssembly facts, Instant now)
{
    readonly HashSet<string> _fresh = [];
    readonly AddressBook _known = new();
    readonly List<long> _ids = [];
    readonly Dictionary<long, Locked> _locked = [];
    readonly Dictionary<long, Surroundings> _around = [];
    readonly HashSet<(YouthId, SessionId)> _booked = [];

    /// <summary>What is new and must wait for its turn.</summary>
    public List<InboxRow> Later { get; } = [];

    /// <summary>Null where a youth was erased in this very moment: nothing was taken in.</summary>
    public async Task<IReadOnlyList<Work>?> Take(IReadOnlyList<Arrived> arrived, CancellationToken stop)
    {
        var once = Once.Of(arrived);
        await transaction.Run(Look(once), stop);
        var fresh = once.Where(a => Doorman.IsFresh(a, _fresh)).ToList();
        foreach (var youth in await Doorman.Introduce(transaction, fresh, _known, _ids, stop)) _locked[youth] = Locked.Stranger;
        var (first, later) = Divide(fresh);
        if (!await Hold(later, stop)) return null;
        Later.AddRange(later.Select(a => new InboxRow(_known.Of(a), a.At, a.Channel, a.Address, a.Inbound)));
        return await facts.Assemble(first, now, stop);
    }

    Call[] Look(IReadOnlyList<Arrived> once)
    {
        var contacts = Contact.AllOf(once);
        return
        [
            Doorman.Remember(Doorman.Keys(once), _fresh),
            ReceptionSql.Lock.With(contacts, ReadLocked),
            ReceptionSql.Around.With(contacts, ReadAround, ("now", now)),
            transaction.TakeLineIds(2 * once.Count, facts.Lines),
            transaction.TakeYouthIds(once.Count, _ids),
            .. facts.FindCodes(once.Select(a => a.Inbound)),
        ];
    }

    void ReadLocked(DbDataReader row)
    {
        string? unreadable = null;
        var conversation = StorageJson.ReadOr(new Conversation(), () => StorageJson.ReadConversation(row.Text(1)), ref unreadable);
        _locked[row.Number(0)] = new Locked(conversation, row.TimeOrNull(2), unreadable);
    }

    // A youth who came under two addresses is found twice.
    void ReadAround(DbDataReader row)
    {
        var youth = row.Number(2);
        _known.Add(new Contact(row.Text(0), row.Text(1)), youth);
        if (!_around.ContainsKey(youth)) _around[youth] = new Surroundings(row.Flag(3), FactLoader.OutgoingOf(row.NumberOrNull(4)), HandoffSql.Read(row, 5));
        if (BookingRow.Read(row, 13) is { } booking && _booked.Add((booking.Youth, booking.Session))) facts.Bookings.Add(booking);
    }

    (List<WorkRow> First, List<Arrived> Later) Divide(List<Arrived> fresh)
    {
        var (first, later, taken) = (new List<WorkRow>(fresh.Count), new List<Arrived>(), new HashSet<long>());
        foreach (var arrived in fresh)
        {
            var youth = _known.Of(arrived);
            var around = _around.GetValueOrDefault(youth, Surroundings.Nothing);
            if (_locked.TryGetValue(youth, out var locked) && !around.HasWaiting && taken.Add(youth)) first.Add(Row(youth, locked, around, arrived));
            else later.Add(arrived);
        }
        return (first, later);
    }

    static WorkRow Row(long youth, Locked locked, Surroundings around, Arrived arrived) => new(
        new YouthId(youth),
        locked.Conversation,
        arrived.Channel,
        arrived.Address,
        locked.LastHeard,
        null,
        null,
        arrived.At,
        arrived.Inbound,
        around.Handoff,
        around.Outgoing,
        locked.Unreadable);

    /// <summary>Those whom somebody else holds must not be erased before their input is in the queue; false where one was.</summary>
    async Task<bool> Hold(List<Arrived> later, CancellationToken stop)
    {
        var contacts = Contact.AllOf([.. later.Where(a => !_locked.ContainsKey(_known.Of(a)))]);
        if (contacts.Count == 0) return true;
        var held = new AddressBook();
        await transaction.Run(Doorman.Hold(contacts, held), stop);
        return later.All(a => _locked.ContainsKey(_known.Of(a)) || held.Has(a));
    }

    sealed record Locked(Conversation Conversation, Instant? LastHeard, string? Unreadable)
    {
        /// <summary>Made in this transaction: nobody else can see them yet.</summary>
        public static Locked Stranger { get; } = new(new Conversation(), null, null);
    }

    /// <param name="HasWaiting">Inputs in the queue, which go first.</param>
    /// <param name="Outgoing">Messages on their way.</param>
    sealed record Surroundings(bool HasWaiting, Outgoing Outgoing, Handoff? Handoff)
    {
        public static Surroundings Nothing { get; } = new(false, Outgoing.None, null);
    }
}
