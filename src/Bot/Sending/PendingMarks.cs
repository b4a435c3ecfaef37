using System.Diagnostics;
using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Sending;

/// <summary>Marks taken to be written in one commit.</summary>
/// <param name="FromQueue">Whether one of them is of a message that came from the queue: more may be waiting behind it.</param>
public sealed record MarkBatch(IReadOnlyList<SendMark> Marks, bool FromQueue)
{
    public static MarkBatch Empty { get; } = new([], FromQueue: false);
}

/// <summary>What became of sends, until the next commit writes it: a turn's, or the sender's own when no turn comes soon.</summary>
public sealed class PendingMarks : IDisposable
{
    readonly Lock _gate = new();
    readonly SemaphoreSlim _some = new(0);
    List<SendMark> _pending = [];
    bool _fromQueue;
    long _since;

    /// <summary>How long the first of them has been waiting; null without any.</summary>
    public TimeSpan? Waited
    {
        get
        {
            lock (_gate) return _pending.Count == 0 ? null : Stopwatch.GetElapsedTime(_since);
        }
    }

    public void Add(SendMark mark, bool fromQueue)
    {
        lock (_gate)
        {
            if (_pending.Count == 0) _since = Stopwatch.GetTimestamp();
            _pending.Add(mark);
            _fromQueue |= fromQueue;
        }
        if (_some.CurrentCount == 0) _some.Release();
    }

    /// <summary>All there are; whoever takes them writes them or returns them.</summary>
    public MarkBatch Take()
    {
        lock (_gate)
        {
            if (_pending.Count == 0) return MarkBatch.Empty;
            var taken = new MarkBatch(_pending, _fromQueue);
            _pending = [];
            _fromQueue = false;
            return taken;
        }
    }

    /// <summary>Their commit failed: they go in front of the line.</summary>
    public void Return(MarkBatch taken)
    {
        if (taken.Marks.Count == 0) return;
        lock (_gate)
        {
            if (_pending.Count == 0) _since = Stopwatch.GetTimestamp();
            _pending.InsertRange(0, taken.Marks);
            _fromQueue |= taken.FromQueue;
        }
        if (_some.CurrentCount == 0) _some.Release();
    }

    /// <summary>Returns once there may be one.</summary>
    public Task WaitForSome(CancellationToken stop) => _some.WaitAsync(stop);

    public void Dispose() => _some.Dispose();
}
