using MdtChatBot.Storage;
using NodaTime;

namespace MdtChatBot.Bot.Sending;

/// <summary>Keeps one line moving: starts sends as long as the line allows, again after each that ends, and when a limit frees.</summary>
/// <param name="attempt">Never throws.</param>
/// <param name="done">What became of a message; null where it is forgotten.</param>
sealed class Pump(Line line, IClock clock, Func<Line, OutboxMessage, Task<SendMark>> attempt, Action<Leased, SendMark?> done) : IDisposable
{
    Timer? _timer;
    volatile bool _closed;
    int _asked;

    public Line Line => line;

    /// <summary>Takes on messages and starts them, but not on the caller's thread: a worker has its next turns to run.</summary>
    public void Start(ReadOnlySpan<Leased> messages)
    {
        foreach (var leased in messages)
        {
            if (_closed || !line.Add(leased)) PutBack(leased, clock.GetCurrentInstant());
        }
        ThreadPool.UnsafeQueueUserWorkItem(static self => self.Run(), this, preferLocal: false);
    }

    /// <summary>Starts nothing more; all that waits goes back into the queue.</summary>
    public void Close()
    {
        _closed = true;
        var now = clock.GetCurrentInstant();
        foreach (var leased in line.Empty()) PutBack(leased, now);
    }

    /// <summary>One thread at a time; who comes meanwhile makes that one look once more. So a send that ends at once does not nest.</summary>
    void Run()
    {
        if (Interlocked.Increment(ref _asked) > 1) return;
        int seen;
        do
        {
            seen = Volatile.Read(ref _asked);
            while (!_closed && Step()) { }
        }
        while (Interlocked.Add(ref _asked, -seen) > 0);
    }

    /// <summary>False when there is nothing more to do for now.</summary>
    bool Step()
    {
        var now = clock.GetCurrentInstant();
        switch (line.Next(now))
        {
            case NextSend.Go go:
                _ = Deliver(go.Leased);
                return true;
            case NextSend.PutBack back:
                PutBack(back.Leased, back.NotBefore);
                return true;
            case NextSend.Forget forget:
                done(forget.Leased, null);
                return true;
            case NextSend.Wait wait:
                RunAfter(wait.Until - now);
                return false;
            default:
                return false;
        }
    }

    async Task Deliver(Leased leased)
    {
        var mark = await attempt(line, leased.Message);
        line.Finished();
        done(leased, mark);
        Run();
    }

    void PutBack(Leased leased, Instant notBefore) => done(leased, new SendMark.PutBack(leased.Message.Id, notBefore));

    void RunAfter(Duration wait)
    {
        _timer ??= new Timer(static self => ((Pump)self!).Run(), this, Timeout.Infinite, Timeout.Infinite);
        _timer.Change((long)Math.Ceiling(wait.TotalMilliseconds), Timeout.Infinite);
    }

    public void Dispose() => _timer?.Dispose();
}
