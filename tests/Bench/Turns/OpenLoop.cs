using System.Collections.Concurrent;
using System.Diagnostics;
using MdtChatBot.Support;

namespace MdtChatBot.Bench.Turns;

/// <summary>
/// Open loop: turns are offered at a fixed rate whether the earlier ones are answered or not, as messages come in earnest.
/// A slow moment so meets the messages that it made wait, which a closed loop would spare it. Each youth thinks for about a second.
/// </summary>
sealed class OpenLoop : IDisposable
{
    const int ThinkingSeconds = 1;

    readonly Rig _rig;
    readonly int _perSecond;
    readonly int _turns;
    readonly ConcurrentQueue<YouthWalk> _ready;
    readonly ConcurrentBag<string> _faults = [];
    readonly ConnectionPool _connections;

    OpenLoop(Rig rig, int perSecond, TimeSpan time)
    {
        (_rig, _perSecond, _turns) = (rig, perSecond, (int)(perSecond * time.TotalSeconds));
        var youths = (_turns / BookingJourney.Length) + (perSecond * ThinkingSeconds);
        _ready = new(rig.NewYouths(youths).Select(journey => new YouthWalk(rig.Twilio, journey)));
        _connections = new ConnectionPool(rig.Bot.Address);
    }

    public static async Task<Load> Offer(Rig rig, int perSecond, TimeSpan time)
    {
        using var loop = new OpenLoop(rig, perSecond, time);
        var load = await loop.Offer();
        await Crowd.Finish(rig, loop._ready);
        return load;
    }

    public void Dispose() => _connections.Dispose();

    async Task<Load> Offer()
    {
        var running = new List<Task<long>>(_turns);
        var before = _rig.Cpu;
        var began = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < _turns; turn++)
        {
            var due = began + (long)(turn * (double)Stopwatch.Frequency / _perSecond);
            running.Add(Turn(await NextYouth(due), due));
        }

        var latencies = await Task.WhenAll(running);
        var elapsed = Stopwatch.GetElapsedTime(began);
        var used = _rig.Cpu.Since(before);
        Array.Sort(latencies);
        return new Load(elapsed, latencies, used, [.. _faults]);
    }

    /// <summary>Waits for the time of the turn, and longer only where everybody still waits for a reply.</summary>
    async Task<YouthWalk> NextYouth(long due)
    {
        while (true)
        {
            if (Stopwatch.GetTimestamp() >= due && _ready.TryDequeue(out var youth)) return youth;
            await Task.Delay(1);
        }
    }

    /// <summary>The ticks from when the turn was due, so that lateness of this loop counts too.</summary>
    async Task<long> Turn(YouthWalk youth, long due)
    {
        var connection = _connections.Take();
        var late = Stopwatch.GetTimestamp() - due;
        var ticks = await youth.Turn(connection);
        _connections.Return(connection);
        if (youth.Fault is { } fault) _faults.Add(fault);
        if (!youth.IsOver) _ready.Enqueue(youth);
        return late + ticks;
    }
}
