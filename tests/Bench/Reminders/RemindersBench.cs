using MdtChatBot.Bench.Databases;
using MdtChatBot.Support;

namespace MdtChatBot.Bench.Reminders;

/// <summary>
/// Timers due at once on PostgreSQL: claimed, facts loaded, decided, transcript and outbox written; beside a bare batched claim-and-delete of as many rows.
/// Sending is held at one a second: it has its own limit in earnest, and is not what is asked here.
/// </summary>
static class RemindersBench
{
    static readonly int[] Stored = [10_000, 1_000_000];

    public static async Task<int> Run(Arguments arguments)
    {
        var program = await PublishedBot.Of(arguments);
        var due = arguments.Number("--due", 100_000);
        var report = new Report();
        var rates = new List<double>();
        await using var server = await DurablePostgres.Start();
        foreach (var stored in arguments.Number("--stored") is { } one ? [one] : Stored)
        {
            var (written, bare, cpu) = await Measure(program, server, due, stored);
            rates.Add(written);
            report.AtLeast($"reminders written against bare claims, {stored:N0} rows stored", written / bare, "×", 0.15, 0.4);
            report.Add($"  {due:N0} reminders decided and written", written, "/s");
            report.Add($"  {due:N0} rows claimed and deleted", bare, "/s");
            report.Add("  CPU for each reminder, program", cpu.Bot.TotalMicroseconds / due, "µs");
            report.Add("  CPU for each reminder, database", cpu.Server.TotalMicroseconds / due, "µs");
        }

        if (rates.Count == 2) report.AtLeast($"rate with {Stored[1]:N0} rows stored against {Stored[0]:N0}", rates[1] / rates[0], "×", 0.8, 1);
        report.Print("reminders on Postgres");
        return 0;
    }

    static async Task<(double Written, double Bare, Usage Cpu)> Measure(string program, DurablePostgres server, int due, int stored)
    {
        var database = await BenchDatabase.Create(DatabaseKind.Postgres, server);
        var reminders = new DueReminders(database);
        await using var rig = await Rig.Start(program, database, _ => reminders.Prepare(youths: due, stored), messagesPerSecond: 1);
        await reminders.Fire(due / 5);
        var before = await reminders.Written();
        var idle = rig.Cpu;
        var written = due / (await reminders.Fire(due)).TotalSeconds;
        var used = rig.Cpu.Since(idle);
        if (await reminders.Written() - before != due) throw new InvalidOperationException("Not every timer became exactly one reminder.");
        return (written, due / (await new BareClaims(database).Run(due, stored)).TotalSeconds, used);
    }
}
