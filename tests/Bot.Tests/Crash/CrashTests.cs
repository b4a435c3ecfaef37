using System.Collections.Concurrent;
using MdtChatBot.Support;

namespace MdtChatBot.Bot.Tests.Crash;

/// <summary>Two processes on one PostgreSQL, 10,000 webhooks with duplicates, and a <c>kill -9</c> in the middle (issue, section 7).</summary>
public sealed class CrashTests
{
    const int Youths = 1250;
    const int AtATime = 32;

    // 24 sessions of 20: fewer seats than youths, so that most have to wait in line.
    const int Seats = 20;

    [Fact]
    public async Task A_node_killed_under_load_loses_nothing_doubles_nothing_and_oversells_nothing()
    {
        await using var nodes = await TwoNodes.Start(Seats);
        var target = WebhookTarget.Of(nodes.Twilio);
        var youths = Enumerable.Range(0, Youths).Select(n => new PersistentYouth(nodes, BookingJourney.Of(target, n), n)).ToList();

        var walking = Walk(youths);
        await Until(() => nodes.Twilio.Posts > Youths * BookingJourney.Length / 3, walking);
        await nodes.Crash(1);
        await walking;

        Assert.True(youths.Sum(y => y.Repeats) >= Youths * BookingJourney.Length / 5, "A fifth of the messages should have come twice.");
        await Aftermath.Check(nodes, Youths);
    }

    static Task Walk(IEnumerable<PersistentYouth> youths)
    {
        var waiting = new ConcurrentQueue<PersistentYouth>(youths);
        return Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => Task.Run(async () =>
        {
            while (waiting.TryDequeue(out var youth)) await youth.Walk();
        })));
    }

    static async Task Until(Func<bool> isSo, Task walking)
    {
        while (!isSo())
        {
            if (walking.IsCompleted) await walking;
            await Task.Delay(10);
        }
    }
}
