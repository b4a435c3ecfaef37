using MdtChatBot.Bot.Tests.Turns;
using MdtChatBot.Support;
using MdtChatBot.Workflow;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Crash;

/// <summary>A round of 20,000 invitations on two nodes, and a <c>kill -9</c> in the middle (issue 4, section 8).</summary>
public sealed class RoundCrashTests
{
    const int Invited = 20_000;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task A_node_killed_during_a_round_asks_nobody_twice_and_misses_nobody()
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        SessionId to = default;
        string connection = "";
        await using var nodes = await TwoNodes.Start(
            seats: 1,
            async database =>
            {
                connection = database;
                to = await new Invitees(database).PlanEvent(now);
                await new Invitees(database).Save(Invited);
            },
            ("Invitations__Zone", Invitees.Daytime(now)));
        await new Invitees(connection).Send(to, now);
        await Eventually.True(() => nodes.Twilio.Posts > Invited / 3, "a third has left", Patience);

        await nodes.Crash(1);
        await Eventually.True(
            async () => await nodes.Ask<long>("select count(*) from broadcast where state = 'Done'") == 1 && await nodes.Ask<long>("select count(*) from outbox") == 0, "all have left", Patience);

        Assert.All(Enumerable.Range(1, Invited), n => Assert.Single(nodes.Twilio.To(Invitees.AddressOf(n))));
        Assert.Equal(Invited, nodes.Twilio.Messages.Count);
        Assert.Equal(Invited, await nodes.Ask<long>("select count(*) from recipient p join delivery d on d.message_id = p.message_id where p.state = 'Asked' and d.state = 'Sent'"));
        Assert.Equal(Invited, await nodes.Ask<long>("select count(*) from message where speaker = 'bot'"));
    }
}
