using System.Collections.Concurrent;
using System.Diagnostics;
using MdtChatBot.Bench.Databases;
using MdtChatBot.Support;

namespace MdtChatBot.Bench.Webhooks;

/// <summary>How many messages a second the door takes in, each acknowledged only when it is durable, while the turns go on behind it.</summary>
static class WebhookBench
{
    const int Users = 64;

    /// <summary>The ids of messages are remembered for ever, the messages only until they are answered.</summary>
    const string TakenSql = "select count(*) from received where key like 'twilio:SM%'";

    public static async Task<int> Run(Arguments arguments)
    {
        var program = await PublishedBot.Of(arguments);
        await using var server = await DurablePostgres.Start();
        var lost = 0L;
        foreach (var kind in arguments.Databases)
        {
            await using var rig = await Rig.Start(program, await BenchDatabase.Create(kind, server));
            await Post(rig, arguments.Number("--youths", 2000));
            lost += await Measure(rig, arguments.Number("--youths", 2000), kind);
        }

        return lost == 0 ? 0 : 1;
    }

    static async Task<long> Measure(Rig rig, int youths, DatabaseKind kind)
    {
        var before = await rig.Database.Count(TakenSql);
        var (taken, elapsed) = await Post(rig, youths);
        var stored = await rig.Database.Count(TakenSql) - before;

        var report = new Report();
        report.Add($"webhooks taken, {Users} connections", taken / elapsed.TotalSeconds, "/s");
        report.Add("of them not stored", taken - stored, "");
        report.Print($"webhook on {kind}");
        return taken - stored;
    }

    static async Task<(int Taken, TimeSpan Elapsed)> Post(Rig rig, int youths)
    {
        var waiting = new ConcurrentQueue<IReadOnlyList<Webhook>>(rig.NewYouths(youths));
        var began = Stopwatch.GetTimestamp();
        var taken = await Task.WhenAll(Enumerable.Range(0, Users).Select(_ => Task.Run(() => User(rig, waiting))));
        return (taken.Sum(), Stopwatch.GetElapsedTime(began));
    }

    static async Task<int> User(Rig rig, ConcurrentQueue<IReadOnlyList<Webhook>> waiting)
    {
        var taken = 0;
        using var connection = new WebhookConnection(rig.Bot.Address);
        while (waiting.TryDequeue(out var journey))
        {
            foreach (var webhook in journey)
                if (await connection.Post(webhook.Request) == 200) taken++;
        }

        return taken;
    }
}
