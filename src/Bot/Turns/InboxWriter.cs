using System.Diagnostics;
using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Turns;

/// <summary>
/// The door for all that happens. Those who arrive while a commit runs share the next one. What a youth wrote is decided in that same commit where
/// nothing else waits for them (<see cref="TurnRound.Receive"/>); otherwise, and for acts of staff, it waits in the queue.
/// </summary>
public sealed class InboxWriter
{
    /// <summary>How many inputs share one commit at most: more would make the first of them wait for the last.</summary>
    const int MostPerCommit = 200;

    readonly GroupCommit<Arrived> _arrived;
    readonly GroupCommit<Addressed> _addressed;

    public InboxWriter(Inbox inbox, TurnRound round, TurnSignal signal)
        : this((arrived, stop) => Receive(arrived, inbox, round, stop), async (addressed, stop) => Reception.OfQueued(await inbox.Accept(addressed, stop)), signal) { }

    /// <param name="takeIn">Makes these durable.</param>
    /// <param name="queue">The same for acts of staff.</param>
    internal InboxWriter(
        Func<IReadOnlyList<Arrived>, CancellationToken, Task<Reception>> takeIn, Func<IReadOnlyList<Addressed>, CancellationToken, Task<Reception>> queue, TurnSignal signal)
    {
        _arrived = new(batch => Store(batch, takeIn, signal), MostPerCommit);
        _addressed = new(batch => Store(batch, queue, signal), MostPerCommit);
    }

    /// <summary>
    /// Returns when the input is durable. Throws what the database threw; nothing was stored then.
    /// Where <paramref name="stop"/> ends the waiting, the input may still be stored: a repeat of it is dropped.
    /// </summary>
    public Task Accept(Arrived arrived, CancellationToken stop) => _arrived.Add(arrived).WaitAsync(stop);

    /// <summary>The same for an input of a known youth.</summary>
    public Task Accept(Addressed addressed, CancellationToken stop) => _addressed.Add(addressed).WaitAsync(stop);

    static async Task<Action?> Store<T>(IReadOnlyList<T> batch, Func<IReadOnlyList<T>, CancellationToken, Task<Reception>> store, TurnSignal signal)
    {
        var began = Stopwatch.GetTimestamp();
        // Shared by many callers: none of them may cancel it.
        var reception = await store(batch, CancellationToken.None);
        Measures.InboxCommit.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        Measures.Arrived.Add(batch.Count);
        if (reception.IsQueued) signal.Raise();
        return reception.Rest;
    }

    /// <summary>Whatever goes wrong with deciding at once, the inputs themselves are kept: in the queue, where a failing one is found and set aside.</summary>
    static async Task<Reception> Receive(IReadOnlyList<Arrived> arrived, Inbox inbox, TurnRound round, CancellationToken stop)
    {
        try
        {
            if (await round.Receive(arrived, stop) is { IsTaken: true } reception) return reception;
        }
        catch (Exception thrown)
        {
            round.LogQueuedInstead(arrived.Count, Faults.NameOf(thrown), Faults.PlaceOf(thrown));
        }
        return Reception.OfQueued(await inbox.Accept(arrived, stop));
    }
}
