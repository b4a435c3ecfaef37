using MdtChatBot.Storage.Receiving;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Turns;
using MdtChatBot.Workflow;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>An open batch: one transaction. Disposed without commit, nothing happened.</summary>
public sealed class TurnBatch : IAsyncDisposable
{
    readonly Transaction _transaction;
    readonly ProgrammeStore _programme;
    readonly Dictionary<YouthId, Work> _work;
    readonly SeatDesk _desk;
    readonly DeskLender _lender;
    readonly Reception? _reception;
    readonly List<InboxRow> _postponed = [];
    readonly Instant _now;
    readonly bool _isPostgres;
    IReadOnlyList<DecidedTurn>? _seated;

    internal TurnBatch(Transaction transaction, ProgrammeStore programme, StaffStore staff, IReadOnlyList<Work> work, Reception? reception, Instant now, bool isPostgres)
    {
        _transaction = transaction;
        _programme = programme;
        _work = work.ToDictionary(w => w.Youth);
        _desk = new SeatDesk(transaction, programme, now);
        _lender = new DeskLender(staff, transaction, programme, now);
        _reception = reception;
        _now = now;
        _isPostgres = isPostgres;
        Turns = [.. work.Select(w => w.Turn)];
    }

    public IReadOnlyList<ClaimedTurn> Turns { get; }

    /// <summary>How many inputs the commit puts into the queue: those that arrived and must wait, and seats offered to the next in line. Known after the commit.</summary>
    public int Queued { get; private set; }

    /// <summary>
    /// Leaves out decisions about what had been received before, which is known only now; those of a batch that was claimed are all new.
    /// To be called once what arrived is decided, before <see cref="TakeSeats"/>.
    /// </summary>
    public async Task<List<DecidedTurn>> OnlyNew(List<DecidedTurn> decided)
    {
        if (_reception is null) return decided;
        await _reception.Settle();
        return decided.FindAll(d => _reception.IsNew(d.Turn.Youth));
    }

    /// <summary>A turn that arrived and can't be decided now waits in the queue, where its tries are counted. After <see cref="OnlyNew"/>.</summary>
    public void Postpone(ClaimedTurn turn)
    {
        if (_reception?.IsNew(turn.Youth) is not false) _postponed.Add(new InboxRow(turn.Youth.Value, _work[turn.Youth].At, turn.Channel, turn.Address, turn.Inbound));
    }

    /// <summary>
    /// Locks the sessions that the decisions touch and takes the seats. Those who lost a race, or must know who could take a handoff,
    /// come back as turns with fresh facts: decide them again and call this again with all decisions.
    /// </summary>
    public async Task<IReadOnlyList<ClaimedTurn>> TakeSeats(IReadOnlyList<DecidedTurn> decided, CancellationToken stop)
    {
        var asking = decided.Where(d => d.Decision.AsksDesk).ToList();
        if (asking.Count > 0) return await _lender.Lend(asking, stop);
        var lost = await _desk.Seat(decided, stop);
        _seated = lost.Count == 0 ? decided : null;
        return lost;
    }

    /// <summary>
    /// Writes everything and commits. Returns the outbox messages that are leased to <paramref name="node"/> and may be sent at once.
    /// Turns that are not among the decisions stay waiting.
    /// </summary>
    /// <exception cref="InvalidOperationException">A decision rests on seats that are not there: <see cref="TakeSeats"/> was not called, or had lost turns.</exception>
    public async Task<IReadOnlyList<OutboxMessage>> Commit(IReadOnlyList<DecidedTurn> decided, IReadOnlyList<SendMark> marks, string node, CancellationToken stop)
    {
        if (!ReferenceEquals(_seated, decided) && (await TakeSeats(decided, stop)).Count > 0)
            throw new InvalidOperationException("A turn lost its seat and must be decided again before the commit.");
        var plan = new CommitPlan(_desk.Seating, _now);
        foreach (var turn in decided) plan.Add(_work[turn.Turn.Youth], turn);
        if (_reception is not null) plan.Take(_reception);
        plan.Queue(_postponed);
        var leased = new HashSet<long>();
        await _transaction.Commit([.. plan.Calls(marks, _reception?.Marks ?? [], node, leased, _isPostgres)], stop);
        Queued = plan.Queued;
        _programme.Took(_desk.Seating.Counts.ToDictionary(c => c.Session, c => c.Taken));
        return [.. plan.Messages.Where(m => leased.Contains(m.Id))];
    }

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();
}
