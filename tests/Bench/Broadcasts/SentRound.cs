using System.Diagnostics;
using MdtChatBot.Bench.Databases;
using MdtChatBot.Bench.Turns;
using MdtChatBot.Support;
using MdtChatBot.Workflow;
using NodaTime;

namespace MdtChatBot.Bench.Broadcasts;

/// <summary>The program with a round of invitations ready to go, and a stub that counts what arrives.</summary>
sealed class SentRound : IAsyncDisposable
{
    /// <summary>Youths who say hello in a second, each once: none meets the limit for one youth.</summary>
    const int HellosPerSecond = 15;

    readonly Rig _rig;
    readonly Invitees _invitees;
    readonly SessionId _event;
    readonly int _recipients;

    SentRound(Rig rig, Invitees invitees, SessionId to, int recipients) => (_rig, _invitees, _event, _recipients) = (rig, invitees, to, recipients);

    public Usage Cpu => _rig.Cpu;

    public long PeakMemory => _rig.Bot.PeakMemory;

    public static async Task<SentRound> Start(string dll, DurablePostgres server, int recipients, int messagesPerSecond)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var database = await BenchDatabase.Create(DatabaseKind.Postgres, server);
        var invitees = new Invitees(database.ConnectionString);
        SessionId to = default;
        var settings = new Dictionary<string, string> { ["Invitations__Zone"] = Invitees.Daytime(now) };
        var rig = await Rig.Start(dll, database, Prepare, messagesPerSecond, settings);
        return new SentRound(rig, invitees, to, recipients);

        async Task Prepare(BenchDatabase _)
        {
            to = await invitees.PlanEvent(now);
            await invitees.Save(recipients);
            await database.Analyze();
        }
    }

    /// <summary>Starts it and returns when the first message has arrived.</summary>
    public async Task Begin()
    {
        var before = _rig.Twilio.Posts;
        await _invitees.Send(_event, SystemClock.Instance.GetCurrentInstant());
        while (_rig.Twilio.Posts == before) await Task.Delay(10);
    }

    /// <summary>Starts it; messages a second from the first to the last.</summary>
    public async Task<double> SendAll()
    {
        await Begin();
        var began = Stopwatch.GetTimestamp();
        while (_rig.Twilio.Posts < _recipients) await Task.Delay(20);
        var took = Stopwatch.GetElapsedTime(began);
        // Whatever were sent twice would come now.
        await Task.Delay(1000);
        return _rig.Twilio.Posts == _recipients ? _recipients / took.TotalSeconds : throw new InvalidOperationException("Not everybody was asked exactly once.");
    }

    /// <summary>Messages a second over this time, after the first burst.</summary>
    public async Task<double> RateDuring(TimeSpan time)
    {
        await Task.Delay(TimeSpan.FromSeconds(5));
        var (posts, began) = (_rig.Twilio.Posts, Stopwatch.GetTimestamp());
        await Task.Delay(time);
        return (_rig.Twilio.Posts - posts) / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>From hello to the reply, offered at a fixed rate whether the earlier ones are answered or not.</summary>
    public async Task<Load> Replies(TimeSpan time)
    {
        var youths = _rig.NewYouths((int)(HellosPerSecond * time.TotalSeconds)).Select(journey => new YouthWalk(_rig.Twilio, journey)).ToList();
        using var connections = new ConnectionPool(_rig.Bot.Address);
        var running = new List<Task<long>>(youths.Count);
        var (before, began) = (_rig.Cpu, Stopwatch.GetTimestamp());
        for (var n = 0; n < youths.Count; n++)
        {
            var due = began + (long)(n * (double)Stopwatch.Frequency / HellosPerSecond);
            while (Stopwatch.GetTimestamp() < due) await Task.Delay(1);
            running.Add(Turn(youths[n], connections));
        }

        var latencies = await Task.WhenAll(running);
        if (youths.FirstOrDefault(y => y.Fault is not null) is { Fault: var fault }) throw new InvalidOperationException(fault);
        Array.Sort(latencies);
        return new Load(Stopwatch.GetElapsedTime(began), latencies, _rig.Cpu.Since(before), []);
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    static async Task<long> Turn(YouthWalk youth, ConnectionPool connections)
    {
        var connection = connections.Take();
        var ticks = await youth.Turn(connection);
        connections.Return(connection);
        return ticks;
    }
}
