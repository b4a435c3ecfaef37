using MdtChatBot.Support;

namespace MdtChatBot.Bench.Turns;

/// <summary>The whole path of a turn, on each database, beside pgbench's naive turn in the same run (performance.md, Aims).</summary>
static class TurnsBench
{
    const int PgbenchSeconds = 5;

    public static async Task<int> Run(Arguments arguments)
    {
        var program = await PublishedBot.Of(arguments);
        await using var server = await DurablePostgres.Start();
        var faults = new List<string>();
        foreach (var kind in arguments.Databases)
        {
            var measurement = new TurnsMeasurement(arguments, program, server, kind);
            faults.AddRange(await measurement.Run(() => Pgbench.NaiveTurnsPerSecond(server, PgbenchSeconds)));
        }

        foreach (var fault in faults) Console.WriteLine($"FAULT: {fault}");
        Console.WriteLine(faults.Count == 0 ? "\nfailed, lost, doubled or reordered conversations: 0" : $"\n{faults.Count} faults");
        return faults.Count == 0 ? 0 : 1;
    }
}
