using MdtChatBot.Bench.Databases;
using MdtChatBot.Support;

namespace MdtChatBot.Bench.Turns;

/// <summary>All figures of one database, one after the other on one running program; pgbench between the rounds, since the machine's mood changes.</summary>
sealed class TurnsMeasurement(Arguments arguments, string program, DurablePostgres server, DatabaseKind kind)
{
    const int ManyUsers = 64;
    const int SomeUsers = 16;
    const int Rounds = 3;
    const int OpenLoopRate = 200;
    const int StoredMessages = 1_000_000;
    static readonly TimeSpan OpenLoopTime = TimeSpan.FromSeconds(20);

    readonly Report _report = new();
    readonly List<string> _faults = [];

    int Youths => arguments.Number("--youths", 2000);

    TimeSpan WarmUp => TimeSpan.FromSeconds(arguments.Number("--warmup", 30));

    bool IsPostgres => kind is DatabaseKind.Postgres;

    /// <summary>Prints the figures and returns what went wrong in the conversations.</summary>
    public async Task<IReadOnlyList<string>> Run(Func<Task<double>> naive)
    {
        double? costOfTurn = null;
        await using (var rig = await Rig.Start(program, await BenchDatabase.Create(kind, server)))
        {
            var first = await FirstTurns.Of(rig);
            _report.AtMost("start to first answer", first.StartToAnswer.TotalSeconds, "s", 1.5, 0.6);
            _report.AtMost("slowest turn of the first conversation", first.Slowest.TotalMilliseconds, "ms", 500, 120);
            await Crowd.WarmUp(rig, WarmUp, ManyUsers);

            if (arguments.Number("--users") is { } users) await Crowded(rig, users, naive);
            else if (arguments.Number("--rate") is { } rate) await Offered(rig, rate);
            else costOfTurn = await Everything(rig, naive);

            _report.AtMost("peak RSS", rig.Bot.PeakMemory / 1e6, "MB", 250, 170);
            _faults.AddRange(await Outcome.Faults(rig));
        }

        if (costOfTurn is { } cost) await WithHistory(cost);
        _report.Print($"turns on {kind}");
        return _faults;
    }

    async Task<double> Everything(Rig rig, Func<Task<double>> naive)
    {
        await Crowded(rig, ManyUsers, naive);
        var some = await Walk(rig, SomeUsers);
        _report.AtMost($"CPU per turn, program and database, {SomeUsers} users", some.CpuMicroseconds, "µs", 800, 450);
        _report.Add($"  of it the program, {SomeUsers} users", some.BotMicroseconds, "µs");
        await Alone(rig);
        await Offered(rig, OpenLoopRate);
        return some.CpuMicroseconds;
    }

    async Task Crowded(Rig rig, int users, Func<Task<double>> naive)
    {
        var (load, naiveTurns) = await MedianRound(rig, users, naive);
        var (must, aim) = IsPostgres ? (0.8, 1.0) : (0.9, 1.3);
        _report.AtLeast($"turns/s against naive pgbench, {users} users", load.TurnsPerSecond / naiveTurns, "×", must, aim);
        _report.Add($"turns/s, {users} users", load.TurnsPerSecond, "/s");
        _report.Add("naive pgbench, 8 clients", naiveTurns, "/s");
        _report.Add($"p50 from webhook to reply, {users} users", load.Percentile(0.5), "ms");
        _report.Add($"p99 from webhook to reply, {users} users", load.Percentile(0.99), "ms");
        _report.Add($"CPU per turn, program and database, {users} users", load.CpuMicroseconds, "µs");
        _report.Add($"  of it the program, {users} users", load.BotMicroseconds, "µs");
        _report.Add($"CPU per turn of load generator and stub, {users} users", load.OwnMicroseconds, "µs");
    }

    /// <summary>The round with the middle ratio: a single one says more about the machine's neighbours than about the program.</summary>
    async Task<(Load Load, double NaiveTurns)> MedianRound(Rig rig, int users, Func<Task<double>> naive)
    {
        var rounds = new List<(Load Load, double NaiveTurns)>();
        var before = await naive();
        for (var round = 0; round < Rounds; round++)
        {
            var load = await Walk(rig, users);
            var after = await naive();
            rounds.Add((load, (before + after) / 2));
            before = after;
        }

        return rounds.OrderBy(r => r.Load.TurnsPerSecond / r.NaiveTurns).ElementAt(Rounds / 2);
    }

    async Task Alone(Rig rig)
    {
        var load = Keep(await Crowd.Walk(rig, youths: 100, users: 1));
        _report.AtMost("p50 from webhook to reply, one youth alone", load.Percentile(0.5), "ms", 5, 1.5);
        _report.Add("p99 from webhook to reply, one youth alone", load.Percentile(0.99), "ms");
    }

    async Task Offered(Rig rig, int rate)
    {
        var load = Keep(await OpenLoop.Offer(rig, rate, OpenLoopTime));
        _report.AtMost($"p99 at {rate} turns/s offered", load.Percentile(0.99), "ms", 25, 12);
        _report.Add($"p50 at {rate} turns/s offered", load.Percentile(0.5), "ms");
    }


    /// <summary>The same load with a long history in the tables, against the cost without.</summary>
    async Task WithHistory(double costWithout)
    {
        var stored = arguments.Number("--stored", StoredMessages);
        if (stored == 0) return;
        await using var rig = await Rig.Start(program, await BenchDatabase.Create(kind, server), database => History.Store(database, stored));
        await Crowd.WarmUp(rig, WarmUp, ManyUsers);
        var load = await Walk(rig, SomeUsers);
        _report.AtMost($"cost per turn with {stored:N0} stored messages against none", load.CpuMicroseconds / costWithout, "×", 1.2, 1.05);
        _faults.AddRange(await Outcome.Faults(rig));
    }

    async Task<Load> Walk(Rig rig, int users) => Keep(await Crowd.Walk(rig, Youths, users));

    Load Keep(Load load)
    {
        _faults.AddRange(load.Faults);
        return load;
    }
}
