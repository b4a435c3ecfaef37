using System.Diagnostics;
using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Turns;

/// <summary>Group commit in front of the inbox: those who arrive while a commit runs share the next one.</summary>
public sealed class InboxWriter
{
    /// <summary>How many inputs share one commit at most: more would make the first of them wait for the last.</summary>
    const int MostPerCommit = 500;

    readonly GroupCommit<Arrived> _arrived;
    readonly GroupCommit<Addressed> _addressed;

    public InboxWriter(Inbox inbox, TurnSignal signal) : this(inbox.Accept, inbox.Accept, signal) { }

    internal InboxWriter(
        Func<IReadOnlyList<Arrived>, CancellationToken, Task<int>> acceptArrived,
        Func<IReadOnlyList<Addressed>, CancellationToken, Task<int>> acceptAddressed,
        TurnSignal signal)
    {
        _arrived = new(batch => Store(batch, acceptArrived, signal), MostPerCommit);
        _addressed = new(batch => Store(batch, acceptAddressed, signal), MostPerCommit);
    }

    /// <summary>
    /// Returns when the input is durable. Throws what the database threw; nothing was stored then.
    /// Where <paramref name="stop"/> ends the waiting, the input may still be stored: a repeat of it is dropped.
    /// </summary>
    public Task Accept(Arrived arrived, CancellationToken stop) => _arrived.Add(arrived).WaitAsync(stop);

    /// <summary>The same for an input of a known youth.</summary>
    public Task Accept(Addressed addressed, CancellationToken stop) => _addressed.Add(addressed).WaitAsync(stop);

    static async Task Store<T>(IReadOnlyList<T> batch, Func<IReadOnlyList<T>, CancellationToken, Task<int>> accept, TurnSignal signal)
    {
        var began = Stopwatch.GetTimestamp();
        // Shared by many callers: none of them may cancel it.
        var added = await accept(batch, CancellationToken.None);
        Measures.InboxCommit.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        Measures.Arrived.Add(added);
        if (added > 0) signal.Raise();
    }
}
