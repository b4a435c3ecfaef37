using System.Data.Common;
using MdtChatBot.Storage.Sending;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Turns;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using NodaTime;

namespace MdtChatBot.Storage.Receiving;

/// <summary>
/// Takes in what arrived so that it can be decided in the same transaction: locks the youths and loads their facts in one round trip, and notes
/// the keys and what became of sends while the turns are decided.
/// </summary>
/// <remarks>
/// Decided at once is the first input of a youth whom nobody else holds and for whom nothing else waits. The rest goes into the queue with
/// the same commit, behind what is there: order within a conversation never changes. What had been received before is decided for nothing and dropped.
/// </remarks>
sealed class Reception(Transaction transaction, FactAssembly facts, Instant now)
{
    readonly HashSet<string> _freshKeys = [];
    readonly AddressBook _known = new();
    readonly List<long> _ids = [];
    readonly Dictionary<long, Locked> _locked = [];
    readonly Dictionary<long, Surroundings> _around = [];
    readonly HashSet<(YouthId, SessionId)> _booked = [];
    readonly Dictionary<YouthId, Arrived> _first = [];
    IReadOnlyList<Arrived> _arrived = [];
    IReadOnlyList<Arrived> _later = [];
    Newcomers _newcomers = new([], []);
    Task _noting = Task.CompletedTask;
    HashSet<Arrived> _new = [];

    /// <summary>Youths and addresses that the commit must write. After <see cref="Settle"/>.</summary>
    public Newcomers Newcomers => _newcomers.Of([.. _new]);

    /// <summary>What is new and must wait for its turn. After <see cref="Settle"/>.</summary>
    public IReadOnlyList<InboxRow> Later => [.. _later.Where(_new.Contains).Select(a => new InboxRow(_known.Of(a), a.At, a.Channel, a.Address, a.Inbound))];

    /// <summary>What became of sends, written already.</summary>
    public IReadOnlyList<SendMark> Marks { get; private set; } = [];

    /// <summary>Null where a youth was erased in this very moment: nothing was taken in.</summary>
    /// <param name="marks">What became of sends.</param>
    public async Task<IReadOnlyList<Work>?> Take(IReadOnlyList<Arrived> arrived, Func<IReadOnlyList<SendMark>> marks, CancellationToken stop)
    {
        _arrived = Once.Of(arrived);
        await transaction.Run(Look(_arrived), stop);
        Meet(Newcomers.Among(_arrived, _known, _ids));
        var (first, later) = Divide(_arrived);
        if (!await Hold(later, stop)) return null;
        _later = later;
        Marks = marks();
        _noting = transaction.Beside([Doorman.Remember(Doorman.Keys(_arrived), _freshKeys), .. MarkSql.Apply(Marks, now)], stop);
        return await facts.Assemble(first, now, stop);
    }

    /// <summary>Returns when it is known what of all this is new.</summary>
    public async Task Settle()
    {
        await _noting;
        _new = new(_arrived.Where(a => Doorman.IsFresh(a, _freshKeys)), ReferenceEqualityComparer.Instance);
    }

    /// <summary>The turn of this youth is about something that had not been received before. After <see cref="Settle"/>.</summary>
    public bool IsNew(YouthId youth) => _new.Contains(_first[youth]);

    void Meet(Newcomers newcomers)
    {
        _newcomers = newcomers;
        foreach (var (contact, youth) in newcomers.Links) _known.Add(contact, youth);
        foreach (var (youth, _) in newcomers.Youths) _locked[youth] = Locked.Stranger;
    }

    Call[] Look(IReadOnlyList<Arrived> once)
    {
        var contacts = Contact.AllOf(once);
        return
        [
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

    (List<WorkRow> First, List<Arrived> Later) Divide(IReadOnlyList<Arrived> all)
    {
        var (first, later) = (new List<WorkRow>(all.Count), new List<Arrived>());
        foreach (var arrived in all)
        {
            var youth = _known.Of(arrived);
            var around = _around.GetValueOrDefault(youth, Surroundings.Nothing);
            if (_locked.TryGetValue(youth, out var locked) && !around.HasWaiting && _first.TryAdd(new YouthId(youth), arrived)) first.Add(Row(youth, locked, around, arrived));
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
        /// <summary>Nobody knows them yet.</summary>
        public static Locked Stranger { get; } = new(new Conversation(), null, null);
    }

    /// <param name="HasWaiting">Inputs in the queue, which go first.</param>
    /// <param name="Outgoing">Messages on their way.</param>
    sealed record Surroundings(bool HasWaiting, Outgoing Outgoing, Handoff? Handoff)
    {
        public static Surroundings Nothing { get; } = new(false, Outgoing.None, null);
    }
}
