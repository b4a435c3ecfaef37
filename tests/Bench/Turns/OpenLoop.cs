using System.Collections.Concurrent;
using System.Diagnostics;

namespace MdtChatBot.Bench.Turns;

/// <summary>
/// Open loop: turns are offered at a fixed rate whether the earlier ones are answered or not, as messages come in earnest.
/// A slow moment so meets the messages that it made wait, which a closed loop would spare it.
/// </summary>
static class OpenLoop
{
    public static async Task<Load> Offer(Rig rig, int perSecond, TimeSpan time)
    {
        var turns = (int)(perSecond * time.TotalSeconds);
        var fresh = new Queue<YouthWalk>(rig.NewYouths(turns).Select(j => new YouthWalk(rig.Twilio, j)));
        var ready = new ConcurrentQueue<YouthWalk>();
        using var connections = new ConnectionPool(rig.Bot.Address);
        var running = new List<Task<long>>(turns);

        var (botBefore, serverBefore) = rig.Cpu;
        var began = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < turns; turn++)
        {
            var due = began + (long)(turn * (double)Stopwatch.Frequency / perSecond);
            while (Stopwatch.GetTimestamp() < due) await Task.Delay(1);
            var youth = ready.TryDequeue(out var known) ? known : fresh.Dequeue();
            running.Add(Turn(youth, due, connections, ready));
        }

        var latencies = await Task.WhenAll(running);
        var elapsed = Stopwatch.GetElapsedTime(began);
        var (botAfter, serverAfter) = rig.Cpu;
        Array.Sort(latencies);
        var faults = latencies.Count(l => l < 0);
        return new Load(elapsed, latencies, (botAfter - botBefore, serverAfter - serverBefore), faults == 0 ? [] : [$"{faults} turns failed"]);
    }

    /// <summary>The ticks from when the turn was due, so that lateness of this loop counts too; negative where it failed.</summary>
    static async Task<long> Turn(YouthWalk youth, long due, ConnectionPool connections, ConcurrentQueue<YouthWalk> ready)
    {
        var connection = connections.Take();
        var late = Stopwatch.GetTimestamp() - due;
        var ticks = await youth.Turn(connection);
        connections.Return(connection);
        if (!youth.IsOver) ready.Enqueue(youth);
        return youth.Fault is null ? late + ticks : -1;
    }
}
