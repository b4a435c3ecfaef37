using MdtChatBot.Bot.Sending;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Conversations;
using NodaTime;
using static MdtChatBot.Bot.Tests.Sending.SendingSamples;

namespace MdtChatBot.Bot.Tests.Sending;

public sealed class LineTests
{
    static Line Limited(int perSecond = 80, int inFlight = 1000) => new(new RecordingChannel { IsLimited = true }, inFlight, perSecond);

    static Line Unlimited(int inFlight = 1000) => new(new RecordingChannel(), inFlight, messagesPerSecond: 80);

    static void Add(Line line, int from, int count, Lane lane = Lane.Reply, long? youth = null)
    {
        for (var id = from; id < from + count; id++) Assert.True(line.Add(Leased(Message(id, youth ?? id, lane))));
    }

    /// <summary>All that may go at this time.</summary>
    static List<long> Going(Line line, Instant now)
    {
        var going = new List<long>();
        while (line.Next(now) is NextSend.Go go) going.Add(go.Leased.Message.Id);
        return going;
    }

    [Fact]
    public void Replies_go_before_reminders_and_reminders_before_invitations()
    {
        var line = Unlimited();
        Add(line, 1, 2, Lane.Invitation);
        Add(line, 11, 2, Lane.Reminder);
        Add(line, 21, 2);
        Assert.Equal([21, 22, 11, 12, 1, 2], Going(line, Noon));
    }

    [Fact]
    public void No_more_are_under_way_than_allowed()
    {
        var line = Unlimited(inFlight: 2);
        Add(line, 1, 3);
        Assert.Equal([1, 2], Going(line, Noon));
        Assert.IsType<NextSend.Nothing>(line.Next(Noon));
        line.Finished();
        Assert.Equal([3], Going(line, Noon));
    }

    [Fact]
    public void Eighty_a_second_go_and_not_one_more()
    {
        var line = Limited();
        Add(line, 1, 800);
        Assert.Equal(20, Going(line, Noon).Count);
        var gone = 0;
        for (var ms = 5; ms <= 5_000; ms += 5) gone += Going(line, Noon + Duration.FromMilliseconds(ms)).Count;
        Assert.Equal(400, gone);
    }

    [Fact]
    public void Says_when_the_next_may_go()
    {
        var line = Limited();
        Add(line, 1, 21);
        Assert.Equal(20, Going(line, Noon).Count);
        var wait = Assert.IsType<NextSend.Wait>(line.Next(Noon));
        Assert.Equal(Noon + Duration.FromMilliseconds(12.5), wait.Until);
        Assert.IsType<NextSend.Go>(line.Next(wait.Until));
    }

    [Fact]
    public void A_reply_that_comes_while_a_round_of_invitations_uses_up_the_rate_goes_at_once()
    {
        var line = Limited();
        Add(line, 1, 80, Lane.Invitation);
        var gone = 0;
        for (var ms = 0; ms <= 750; ms += 5) gone += Going(line, Noon + Duration.FromMilliseconds(ms)).Count;
        Assert.Equal(75, gone);
        Add(line, 500, 3);
        Assert.Equal([500, 501, 502], Going(line, Noon + Duration.FromMilliseconds(751)));
    }

    [Fact]
    public void Invitations_catch_up_what_a_pause_of_the_machine_cost_them()
    {
        var line = Limited();
        Add(line, 1, 80, Lane.Invitation);
        var gone = Going(line, Noon).Count;
        for (var pause = 150; pause <= 600; pause += 150) gone += Going(line, Noon + Duration.FromMilliseconds(pause)).Count;
        Assert.Equal(15 + (600 * 80 / 1000), gone);
    }

    [Fact]
    public void A_reply_that_comes_while_reminders_wait_for_their_rate_goes_next()
    {
        var line = Limited();
        Add(line, 1, 80, Lane.Reminder);
        Going(line, Noon);
        Add(line, 500, 1);
        Assert.Equal([500], Going(line, Noon + Duration.FromMilliseconds(12.5)));
    }

    [Fact]
    public void After_forty_five_at_once_a_youth_gets_one_in_six_seconds()
    {
        var line = Limited(perSecond: 1000);
        Add(line, 1, 46, youth: 7);
        Assert.Equal(45, Going(line, Noon).Count);
        // The forty-sixth was put back by the loop above; here it comes again from the queue.
        Add(line, 46, 1, youth: 7);
        var back = Assert.IsType<NextSend.PutBack>(line.Next(Noon));
        Assert.Equal(Noon + Duration.FromSeconds(6), back.NotBefore);
        Add(line, 46, 1, youth: 7);
        Assert.Equal([46], Going(line, back.NotBefore));
    }

    [Fact]
    public void Who_waits_for_the_limit_of_one_youth_holds_up_nobody_else()
    {
        var line = Limited(perSecond: 1000);
        Add(line, 1, 45, youth: 7);
        Going(line, Noon);
        Add(line, 46, 1, youth: 7);
        Add(line, 47, 1, youth: 8);
        Assert.IsType<NextSend.PutBack>(line.Next(Noon));
        Assert.Equal([47], Going(line, Noon));
    }

    [Fact]
    public void A_channel_without_limits_has_none()
    {
        var line = Unlimited();
        Add(line, 1, 500, youth: 7);
        Assert.Equal(500, Going(line, Noon).Count);
    }

    [Fact]
    public void Without_a_rate_neither_limit_holds()
    {
        var line = Limited(perSecond: 0);
        Add(line, 1, 500, youth: 7);
        Assert.Equal(500, Going(line, Noon).Count);
    }

    [Fact]
    public void A_second_of_reminders_is_held_and_ten_of_replies()
    {
        var line = Limited(perSecond: 80, inFlight: 64);
        Assert.Equal(80, line.Room);
        Add(line, 1, 80, Lane.Reminder);
        Assert.False(line.Add(Leased(Message(81, 81, Lane.Reminder))));
        Assert.Equal(0, line.Room);
        Add(line, 1001, 720);
        Assert.False(line.Add(Leased(Message(2000, 2000))));
    }

    [Fact]
    public void Half_empty_it_is_worth_a_claim()
    {
        var line = Limited(perSecond: 80);
        Add(line, 1, 41, Lane.Reminder);
        Assert.False(line.IsRoomy);
        Assert.IsType<NextSend.Go>(line.Next(Noon));
        Assert.True(line.IsRoomy);
    }

    [Fact]
    public void A_message_near_the_end_of_its_lease_is_put_back()
    {
        var line = Unlimited();
        Add(line, 1, 1);
        Assert.IsType<NextSend.PutBack>(line.Next(Noon + Duration.FromSeconds(41)));
        Assert.Equal(0, line.InFlight);
    }

    [Fact]
    public void A_message_whose_lease_ran_out_is_forgotten()
    {
        var line = Unlimited();
        Add(line, 1, 1);
        Assert.IsType<NextSend.Forget>(line.Next(Noon + Outbox.Lease));
    }

    [Fact]
    public void Emptied_it_gives_up_all_that_wait_and_keeps_what_is_under_way()
    {
        var line = Unlimited(inFlight: 1);
        Add(line, 1, 3);
        Going(line, Noon);
        Assert.Equal([2, 3], line.Empty().Select(l => l.Message.Id));
        Assert.Equal((0, 1), (line.Held, line.InFlight));
    }
}
