using System.Diagnostics;
using MdtChatBot.Bot.Sending;
using MdtChatBot.Storage;
using NodaTime;

namespace MdtChatBot.Bot.Turns;

/// <summary>What one round found: how many turns it claimed, and whether their commit failed so that they must be tried one by one.</summary>
public readonly record struct Round(int Claimed, bool Split);

/// <summary>What became of inputs that arrived: whether they were taken in, and whether some of them wait in the queue.</summary>
/// <param name="Rest">What is left to do now that they are durable: the replies go to the sender.</param>
public readonly record struct Reception(bool IsTaken, bool IsQueued, Action? Rest = null)
{
    /// <summary>So many went into the queue.</summary>
    public static Reception OfQueued(int inputs) => new(IsTaken: true, inputs > 0);
}

/// <summary>
/// One batch from claim to commit: decide each turn, take the seats, write everything in one transaction, hand the messages to the sender.
/// </summary>
/// <remarks>
/// A turn that fails is left out and counted by the inbox, which sets its input aside at the third failure; a timer goes the same way.
/// </remarks>
public sealed partial class TurnRound(
    TurnStore turns, Inbox inbox, Deciding deciding, PendingMarks marks, Sender sender, PipelineOptions options, IClock clock, ILogger<TurnRound> log)
{
    /// <summary>How often a turn that lost its seat is decided anew before it counts as failed: it then insists on a seat that is not there.</summary>
    const int MostSeatRounds = 5;

    /// <param name="max">Youths in the batch at most.</param>
    /// <param name="alone">One youth only and no marks of sends, after a commit failed: whatever fails now is at fault itself.</param>
    /// <exception cref="System.Data.Common.DbException">The database is away; nothing was counted against anybody.</exception>
    public async Task<Round> Run(int max, bool alone, CancellationToken stop)
    {
        var failed = new List<(ClaimedTurn, string)>();
        var round = await RunBatch(alone ? 1 : max, alone, failed, stop);
        // After the batch has let go of the database: SQLite has one writer.
        if (failed.Count > 0) await inbox.Failed(failed, clock.GetCurrentInstant(), CancellationToken.None);
        return round;
    }

    /// <summary>
    /// Takes in what arrived and decides it in the same transaction, as far as nothing else waits for its youth; the rest is queued.
    /// All of it is durable when this returns.
    /// </summary>
    public async Task<Reception> Receive(IReadOnlyList<Arrived> arrived, CancellationToken stop)
    {
        var taken = MarkBatch.Empty;
        var reception = default(Reception);
        try
        {
            return reception = await DecideNow(arrived, () => (taken = marks.Take()).Marks, () => sender.Wrote(taken), stop);
        }
        finally
        {
            if (!reception.IsTaken) marks.Return(taken);
        }
    }

    /// <param name="taken">Takes the marks that are written in the same transaction.</param>
    /// <param name="wrote">Says that they are written.</param>
    async Task<Reception> DecideNow(IReadOnlyList<Arrived> arrived, Func<IReadOnlyList<SendMark>> taken, Action wrote, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        var now = clock.GetCurrentInstant();
        await using var batch = await turns.Receive(arrived, taken, now, stop);
        if (batch is null) return default;
        var failed = new List<(ClaimedTurn Turn, string)>();
        var decided = await batch.OnlyNew(DecideAll(batch.Turns, failed));
        decided = await TakeSeats(batch, decided, failed);
        foreach (var (turn, _) in failed) batch.Postpone(turn);
        var rest = await Commit(batch, decided, [], now);
        Measures.Batch.Record(batch.Turns.Count);
        Measures.BatchTime.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        return new Reception(IsTaken: true, batch.Queued > 0, rest + wrote);
    }

    async Task<Round> RunBatch(int max, bool alone, List<(ClaimedTurn, string)> failed, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        var now = clock.GetCurrentInstant();
        await using var batch = await turns.Claim(max, now, stop);
        if (batch is null) return default;
        var decided = DecideAll(batch.Turns, failed);
        try
        {
            decided = await TakeSeats(batch, decided, failed);
            if (decided.Count > 0) await CommitWithMarks(batch, decided, alone ? MarkBatch.Empty : marks.Take(), now);
        }
        catch (Exception thrown) when (!Faults.IsPassing(thrown))
        {
            if (!alone) return new Round(batch.Turns.Count, Split: true);
            failed.Add(Failed(batch.Turns[0], Faults.NameOf(thrown), Faults.PlaceOf(thrown)));
        }
        Measures.Batch.Record(batch.Turns.Count);
        Measures.BatchTime.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        return new Round(batch.Turns.Count, Split: false);
    }

    List<DecidedTurn> DecideAll(IReadOnlyList<ClaimedTurn> claimed, List<(ClaimedTurn, string)> failed)
    {
        var decided = new List<DecidedTurn>(claimed.Count);
        foreach (var turn in claimed)
            if (Decide(turn, failed) is { } one) decided.Add(one);
        return decided;
    }

    DecidedTurn? Decide(ClaimedTurn turn, List<(ClaimedTurn, string)> failed)
    {
        if (turn.Unreadable is { } error)
        {
            failed.Add(Failed(turn, error, "stored JSON"));
            return null;
        }
        try
        {
            return deciding.Decide(turn);
        }
        catch (Exception thrown)
        {
            failed.Add(Failed(turn, Faults.NameOf(thrown), Faults.PlaceOf(thrown)));
            return null;
        }
    }

    async Task<List<DecidedTurn>> TakeSeats(TurnBatch batch, List<DecidedTurn> decided, List<(ClaimedTurn, string)> failed)
    {
        for (var round = 1; decided.Count > 0; round++)
        {
            var lost = await batch.TakeSeats(decided, CancellationToken.None);
            if (lost.Count == 0) break;
            var losers = lost.ToDictionary(l => l.Youth);
            decided = DecideAgain(decided, losers, round <= MostSeatRounds, failed);
        }
        return decided;
    }

    List<DecidedTurn> DecideAgain(List<DecidedTurn> decided, Dictionary<Workflow.YouthId, ClaimedTurn> losers, bool mayTry, List<(ClaimedTurn, string)> failed)
    {
        var next = new List<DecidedTurn>(decided.Count);
        foreach (var one in decided)
        {
            if (!losers.TryGetValue(one.Turn.Youth, out var fresh)) next.Add(one);
            else if (!mayTry) failed.Add(Failed(fresh, "SeatNotThere", "TurnRound"));
            else if (Decide(fresh, failed) is { } again) next.Add(again);
        }
        return next;
    }

    async Task CommitWithMarks(TurnBatch batch, List<DecidedTurn> decided, MarkBatch taken, Instant now)
    {
        try
        {
            (await Commit(batch, decided, taken.Marks, now))();
        }
        catch
        {
            marks.Return(taken);
            throw;
        }
        sender.Wrote(taken);
    }

    /// <summary>Returns what is left to do once it is durable.</summary>
    async Task<Action> Commit(TurnBatch batch, List<DecidedTurn> decided, IReadOnlyList<SendMark> marked, Instant now)
    {
        // Once begun a commit is not cancelled: its answer would be unknown.
        var leased = await batch.Commit(decided, marked, options.NodeName, CancellationToken.None);
        return () =>
        {
            sender.HandOver(leased, now, leftWaiting: decided.Count(d => d.Written is not null) > leased.Count);
            Tally(decided);
        };
    }

    static void Tally(List<DecidedTurn> decided)
    {
        var timers = decided.Count(d => d.Turn.TimerId is not null);
        Measures.Turned(decided.Count - timers, timers);
    }

    (ClaimedTurn Turn, string Error) Failed(ClaimedTurn turn, string error, string place)
    {
        Measures.Failed(error);
        LogFailed(turn.InboxId ?? 0, turn.TimerId ?? 0, error, place);
        return (turn, error);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Inputs} inputs could not be decided on arrival and are queued: {Error} in {Place}")]
    internal partial void LogQueuedInstead(int inputs, string error, string place);

    [LoggerMessage(Level = LogLevel.Error, Message = "The turn of input {Input} (timer {Timer}) failed: {Error} in {Place}")]
    partial void LogFailed(long input, long timer, string error, string place);
}
