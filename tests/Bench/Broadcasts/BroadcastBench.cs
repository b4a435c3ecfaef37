using MdtChatBot.Bench.Databases;
using MdtChatBot.Support;
using NodaTime;

namespace MdtChatBot.Bench.Broadcasts;

/// <summary>Invitations on PostgreSQL: an audience resolved and queued, sent with the limit lifted and with it, and what replies feel of it.</summary>
static class BroadcastBench
{
    const int Rate = 80;

    public static async Task<int> Run(Arguments arguments)
    {
        var dll = await PublishedBot.Of(arguments);
        var (invited, youths, sent) = (arguments.Number("--invited", 100_000), arguments.Number("--youths", 500_000), arguments.Number("--sent", 100_000));
        var report = new Report();
        await using var server = await DurablePostgres.Start();
        await Resolve(report, server, invited, youths);
        await Drain(report, dll, server, sent);
        await Limited(report, dll, server);
        report.Print("broadcast on Postgres");
        return 0;
    }

    static async Task Resolve(Report report, DurablePostgres server, int invited, int youths)
    {
        await using var database = await BenchDatabase.Create(DatabaseKind.Postgres, server);
        var (resolved, plain) = await new ResolvedAudience(database, invited, youths).Measure();
        report.AtMost($"{invited:N0} of {youths:N0} resolved, capped and queued against a plain insert … select", resolved / plain, "×", 2, 1.5);
        report.Add("  resolved, capped and queued", resolved.TotalMilliseconds, "ms");
        report.Add("  plain insert … select of as many rows", plain.TotalMilliseconds, "ms");
    }

    static async Task Drain(Report report, string dll, DurablePostgres server, int sent)
    {
        var few = await DrainOf(dll, server, sent / 5);
        var many = await DrainOf(dll, server, sent);
        report.AtLeast($"sent to the stub, {sent:N0} recipients, limit lifted", many.PerSecond, "/s", 1000, 1500);
        report.AtMost($"peak RSS of {sent:N0} recipients against {sent / 5:N0}", (double)many.Memory / few.Memory, "×", 1.15, 1.05);
        report.Add("  peak RSS", many.Memory / 1e6, "MB");
        report.Add("  CPU for each invitation, program", many.Cpu.Bot.TotalMicroseconds / sent, "µs");
        report.Add("  CPU for each invitation, database", many.Cpu.Server.TotalMicroseconds / sent, "µs");
    }

    static async Task<(double PerSecond, long Memory, Usage Cpu)> DrainOf(string dll, DurablePostgres server, int recipients)
    {
        await using var round = await SentRound.Start(dll, server, recipients, messagesPerSecond: 0);
        var before = round.Cpu;
        var perSecond = await round.SendAll();
        return (perSecond, round.PeakMemory, round.Cpu.Since(before));
    }

    static async Task Limited(Report report, string dll, DurablePostgres server)
    {
        var time = TimeSpan.FromSeconds(30);
        // Enough for both stretches.
        await using var round = await SentRound.Start(dll, server, Rate * 120, Rate);
        var idle = await round.Replies(time);
        await round.Begin();
        var rate = await round.RateDuring(time);
        report.AtLeast("sent with a limit of 80 a second", rate, "/s", 78.4, 79.2);
        report.AtMost("  and no more than that", rate, "/s", 81.6, 80.8);
        var during = await round.Replies(time);
        report.AtMost("p99 of a reply during the round against idle", during.Percentile(0.99) / idle.Percentile(0.99), "×", 2, 1.5);
        report.Add("  p99 idle", idle.Percentile(0.99), "ms");
        report.Add("  p99 during the round", during.Percentile(0.99), "ms");
        report.Add("  p50 idle", idle.Percentile(0.5), "ms");
        report.Add("  p50 during the round", during.Percentile(0.5), "ms");
    }
}
