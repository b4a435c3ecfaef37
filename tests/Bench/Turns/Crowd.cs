using System.Collections.Concurrent;
using System.Diagnostics;
using MdtChatBot.Support;

namespace MdtChatBot.Bench.Turns;

/// <summary>Closed loop: so many youths at a time, each taking the next one's place when done.</summary>
static class Crowd
{
    /// <summary>Sends this many youths through, <paramref name="users"/> at a time.</summary>
    public static Task<Load> Walk(Rig rig, int youths, int users) => Walk(rig, NewYouths(rig, youths), users);

    /// <summary>Keeps the program busy for a while, so that the just-in-time compiler settles; nothing is measured.</summary>
    public static async Task WarmUp(Rig rig, TimeSpan time, int users)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < time;)
            await Walk(rig, NewYouths(rig, 10 * users), users);
    }

    /// <summary>Lets those who are on the way come to their end.</summary>
    public static Task<Load> Finish(Rig rig, ConcurrentQueue<YouthWalk> youths) => Walk(rig, youths, users: 16);

    static async Task<Load> Walk(Rig rig, ConcurrentQueue<YouthWalk> waiting, int users)
    {
        var before = rig.Cpu;
        var began = Stopwatch.GetTimestamp();
        var walks = await Task.WhenAll(Enumerable.Range(0, users).Select(_ => Task.Run(() => User(rig, waiting))));
        var elapsed = Stopwatch.GetElapsedTime(began);
        var used = rig.Cpu.Since(before);

        var latencies = walks.SelectMany(w => w.Latencies).ToArray();
        Array.Sort(latencies);
        return new Load(elapsed, latencies, used, [.. walks.SelectMany(w => w.Faults)]);
    }

    static ConcurrentQueue<YouthWalk> NewYouths(Rig rig, int count) => new(rig.NewYouths(count).Select(journey => new YouthWalk(rig.Twilio, journey)));

    static async Task<(List<long> Latencies, List<string> Faults)> User(Rig rig, ConcurrentQueue<YouthWalk> waiting)
    {
        var (latencies, faults) = (new List<long>(), new List<string>());
        using var connection = new WebhookConnection(rig.Bot.Address);
        while (waiting.TryDequeue(out var youth))
        {
            while (!youth.IsOver)
            {
                var ticks = await youth.Turn(connection);
                if (youth.Fault is null) latencies.Add(ticks);
            }

            if (youth.Fault is { } fault) faults.Add(fault);
        }

        return (latencies, faults);
    }
}
