using System.Diagnostics;
using MdtChatBot.Bench.Databases;
using MdtChatBot.Support;

namespace MdtChatBot.Bench.Staff;

/// <summary>
/// The staff console over 200,000 youths and five million messages on PostgreSQL: pages, the way of a new handoff to a coach's screen, and what 200
/// connected coaches cost. In Development, for its accounts that open without a password; the pages are the same.
/// </summary>
static class StaffBench
{
    const int Coaches = 200;
    const int Looks = 200;
    const long FirstCoach = 1_000_000;

    public static async Task<int> Run(Arguments arguments)
    {
        var youths = arguments.Number("--youths", 200_000);
        var program = await PublishedBot.Of(arguments);
        await using var server = await DurablePostgres.Start();
        var database = await BenchDatabase.Create(DatabaseKind.Postgres, server);
        var data = new ManyYouths(database, youths, messages: youths * 25, handoffs: youths / 4, openHandoffs: youths / 100);
        await using var rig = await Rig.Start(program, database, _ => data.Store(), settings: new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
        });
        var report = new Report();
        await Pages(rig, data, report);
        await NewHandoff(rig, report);
        await Connected(rig, report);
        report.Print($"staff console over {youths:N0} youths on Postgres");
        return 0;
    }

    static async Task Pages(Rig rig, ManyYouths data, Report report)
    {
        using var coach = await StaffVisit.SignIn(rig.Bot.Address, "Coach");
        using var admin = await StaffVisit.SignIn(rig.Bot.Address, "Beheerder");
        await Look(coach, "/staff", "start page of a coach", report);
        await Look(coach, "/staff/handoffs", "work list", report);
        await Look(admin, "/staff", "start page of an admin", report);
        await Look(admin, $"/staff/youths/{data.AYouth}", "conversation", report);
        await Look(admin, "/staff/numbers", "funnel", report);
    }

    static async Task Look(StaffVisit visit, string path, string name, Report report)
    {
        for (var i = 0; i < Looks / 4; i++) await visit.Get(path);
        var looks = new List<(TimeSpan Time, int Bytes)>();
        for (var i = 0; i < Looks; i++) looks.Add(await visit.Get(path));
        var p95 = looks.Select(l => l.Time).Order().ElementAt(Looks * 95 / 100);
        report.AtMost($"{name}, p95 from request to last byte", p95.TotalMilliseconds, "ms", 50, 20);
        report.AtMost($"{name}, size", looks.Max(l => l.Bytes) / 1000.0, "kB", 100, 50);
    }

    static async Task NewHandoff(Rig rig, Report report)
    {
        using var coach = await StaffVisit.SignIn(rig.Bot.Address, "Coach");
        using var events = await coach.Listen("handoffs");
        var target = WebhookTarget.Of(rig.Twilio);
        using var connection = new WebhookConnection(rig.Bot.Address);
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < 10; i++)
        {
            var from = BookingJourney.AddressOf(9_000_000 + i);
            await connection.Post(Webhook.Of(target, from, $"Hoi! MDT-{BookingJourney.Code}", 900_000_000 + (i * 10)).Request);
            await connection.Post(Webhook.Of(target, from, "Nederlands", 900_000_001 + (i * 10)).Request);
            await Drain(events, TimeSpan.FromSeconds(2));
            var began = Stopwatch.GetTimestamp();
            await connection.Post(Webhook.Of(target, from, "MENS", 900_000_002 + (i * 10)).Request);
            await Changed(events).WaitAsync(TimeSpan.FromSeconds(10));
            await coach.Get("/staff/handoffs");
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(began).Ticks));
        }

        report.AtMost("a new handoff on a coach's screen, slowest of 10", slowest.TotalSeconds, "s", 1, 0.7);
    }

    static Task<string?>? s_pending;

    // A read that is under way stays under way: the stream has only one reader.
    static async Task Drain(StreamReader events, TimeSpan quiet)
    {
        while (true)
        {
            s_pending ??= events.ReadLineAsync();
            if (await Task.WhenAny(s_pending, Task.Delay(quiet)) != s_pending) return;
            await s_pending;
            s_pending = null;
        }
    }

    static async Task Changed(StreamReader events)
    {
        for (string? line = ""; line?.Contains("changed", StringComparison.Ordinal) is false;)
        {
            s_pending ??= events.ReadLineAsync();
            line = await s_pending;
            s_pending = null;
        }
    }

    static async Task Connected(Rig rig, Report report)
    {
        await rig.Database.Execute($"""
            insert into staff (id, name, email, role, speaks, hours, load_cap, console, is_demo, created_at, security_stamp)
            select {FirstCoach} + i, 'Coach ' || i, 'coach' || i || '@bench.example', 'Coach', d.speaks, d.hours, d.load_cap, d.console, true, now(), 'stamp' || i
              from {rig.Database.Series(Coaches)}, (select * from staff where role = 'Coach' limit 1) d
            """);
        await rig.Database.Execute($"insert into staff_site (staff_id, site_id, is_primary) select id, 'deventer', false from staff where id > {FirstCoach}");
        var visits = new List<StaffVisit>();
        for (var i = 1; i <= Coaches; i++) visits.Add(await StaffVisit.SignIn(rig.Bot.Address, FirstCoach + i));
        await Task.Delay(TimeSpan.FromSeconds(5));
        var before = ProcessUsage.Memory(rig.Bot.Pid);
        var streams = await Task.WhenAll(visits.Select(v => v.Listen("handoffs,sessions,referrals")));
        await Task.Delay(TimeSpan.FromSeconds(5));
        report.AtMost($"memory of {Coaches} connected coaches", (ProcessUsage.Memory(rig.Bot.Pid) - before) / 1e6, "MB", 50, 20);
        foreach (var stream in streams) stream.Dispose();
        foreach (var visit in visits) visit.Dispose();
    }
}
