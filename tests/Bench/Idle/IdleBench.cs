using MdtChatBot.Bench.Databases;
using MdtChatBot.Bench.Turns;
using MdtChatBot.Support;

namespace MdtChatBot.Bench.Idle;

/// <summary>What a node costs that has nothing to do: under 1 % of a core, and nothing written (issue, section 6).</summary>
static class IdleBench
{
    // The node's last timers after work, figures (summed up each minute), compiling what the idle loops call (after 30 rounds, so 30 seconds), and PostgreSQL's
    // own look at the new tables (each minute, one table after another) have to end first.
    static readonly TimeSpan Settle = TimeSpan.FromSeconds(150);
    static readonly TimeSpan Watch = TimeSpan.FromSeconds(30);

    public static async Task<int> Run(Arguments arguments)
    {
        var program = await PublishedBot.Of(arguments);
        await using var server = await DurablePostgres.Start();
        var isGood = true;
        foreach (var kind in arguments.Databases)
        {
            await using var rig = await Rig.Start(program, await BenchDatabase.Create(kind, server));
            await FirstTurns.Of(rig);
            await Task.Delay(Settle);
            isGood &= await Measure(rig, kind);
        }

        return isGood ? 0 : 1;
    }

    static async Task<bool> Measure(Rig rig, DatabaseKind kind)
    {
        var (before, markBefore) = (rig.Cpu, await rig.Database.WriteMark());
        await Task.Delay(Watch);
        var (after, markAfter) = (rig.Cpu, await rig.Database.WriteMark());

        var report = new Report();
        var share = 100 * (after.Bot - before.Bot) / Watch;
        var isUntouched = markBefore == markAfter;
        report.AtMost("CPU of the program", share, "% of a core", 1, 0.5);
        report.Add("CPU of the database's server", 100 * (after.Server - before.Server) / Watch, "% of a core");
        report.AtMost("has written to the database (1 is yes)", isUntouched ? 0 : 1, "", 0, 0);
        report.Print($"idle for {Watch.TotalSeconds} s on {kind}");
        return share < 1 && isUntouched;
    }
}
