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
    readonly Instant _now;
    readonly bool _isPostgres;
    IReadOnlyList<DecidedTurn>? _seated;

    internal TurnBatch(Transaction transaction, ProgrammeStore programme, StaffStore staff, IReadOnlyList<Work> work, Instant now, bool isPostgres)
    {
        _transaction = transaction;
        _programme = programme;
        _work = work.ToDictionary(w => w.Youth);
        _desk = new SeatDesk(transaction, programme, now);
        _lender = new DeskLender(staff, transaction, programme, now);
        _now = now;
        _isPostgres = isPostgres;
        Turns = [.. work.Select(w => w.Turn)];
    }

    public IReadOnlyList<ClaimedTurn> Turns { get; }

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
        var leased = new HashSet<long>();
        await _transaction.Commit([.. plan.Calls(marks, node, leased, _isPostgres)], stop);
        _programme.Took(_desk.Seating.Counts.ToDictionary(c => c.Session, c => c.Taken));
        return [.. plan.Messages.Where(m => leased.Contains(m.Id))];
    }

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();
}
