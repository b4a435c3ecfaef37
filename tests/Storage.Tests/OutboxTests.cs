using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteOutboxTests : OutboxTests<OnSqlite>;

public sealed class PostgresOutboxTests : OutboxTests<OnPostgres>;

public abstract class OutboxTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    [Fact]
    public async Task An_answer_is_leased_to_the_node_that_commits_it()
    {
        var youth = (await Youths(1))[0];

        var message = Assert.Single(await Do(youth, Samples.Say("menu.hello")));

        Assert.Equal((youth, "menu.hello", "en", 0), (message.Youth, message.TemplateKey, message.Language, message.Attempts));
        Assert.Equal(Start, message.LastHeard);
        Assert.Empty(await One.Outbox.Claim("two", 10, Now + Duration.FromSeconds(59), Stop));
    }

    [Fact]
    public async Task A_youth_has_one_message_under_way_at_a_time()
    {
        var youth = (await Youths(1))[0];
        var first = Assert.Single(await Do(youth, Samples.Say("a.a")));

        Assert.Empty(await Do(youth, Samples.Say("b.b")));
        Assert.Empty(await One.Outbox.Claim("two", 10, Now, Stop));
        await One.Outbox.Mark([new SendMark.Sent(first.Id, "SM900")], Now, Stop);

        var second = Assert.Single(await One.Outbox.Claim("two", 10, Now, Stop));
        Assert.Equal("b.b", second.TemplateKey);
        Assert.True(second.Id > first.Id);
    }

    [Fact]
    public async Task Marks_that_travel_with_a_commit_make_room_for_its_answer()
    {
        var youth = (await Youths(1))[0];
        var first = Assert.Single(await Do(youth, Samples.Say("a.a")));
        await One.Inbox.Accept([new Addressed(youth, NextKey(), new Inbound.HandoffTaken("x"), Now)], Stop);

        var sent = await One.Batch(Now, Samples.Answer, 10, new SendMark.Sent(first.Id, "SM900"));

        Assert.Single(sent!);
        Assert.True(await One.Outbox.IsTaken("SM900", Stop));
        Assert.False(await One.Outbox.IsTaken("SM901", Stop));
    }

    [Fact]
    public async Task A_lease_that_ran_out_comes_back_as_unknown_since_it_began()
    {
        var youth = (await Youths(1))[0];
        var lost = Assert.Single(await Do(youth, Samples.Say("a.a")));
        Assert.Equal(Now + Outbox.Lease, await One.Outbox.NextDue(Stop));

        var found = Assert.Single(await One.Outbox.Claim("two", 10, Now + Outbox.Lease, Stop));

        Assert.Equal((lost.Id, (Instant?)Now, 1), (found.Id, found.UnknownSince, found.Attempts));
        await One.Outbox.Mark([new SendMark.Unknown(found.Id, Now, Now + Duration.FromMinutes(5))], Now, Stop);
        Assert.Empty(await One.Outbox.Claim("two", 10, Now + Duration.FromMinutes(4), Stop));
        var again = Assert.Single(await One.Outbox.Claim("two", 10, Now + Duration.FromMinutes(5), Stop));
        Assert.Equal(((Instant?)Now, 1), (again.UnknownSince, again.Attempts));
    }

    [Fact]
    public async Task A_message_to_try_again_waits_its_time_and_counts_its_attempts()
    {
        var youth = (await Youths(1))[0];
        var message = Assert.Single(await Do(youth, Samples.Say("a.a")));
        await One.Outbox.Mark([new SendMark.Again(message.Id, Now + Duration.FromSeconds(10), "63018")], Now, Stop);

        Assert.Empty(await One.Outbox.Claim("two", 10, Now + Duration.FromSeconds(9), Stop));
        var again = Assert.Single(await One.Outbox.Claim("two", 10, Now + Duration.FromSeconds(10), Stop));

        Assert.Equal((1, (Instant?)null), (again.Attempts, again.UnknownSince));
        Assert.Equal("Hallo!", again.Written.Body);
    }

    [Fact]
    public async Task Replies_overtake_reminders_of_others_and_those_overtake_invitations()
    {
        var youths = await Youths(3);
        await Queue(youths[0], Lane.Invitation);
        await Queue(youths[1], Lane.Reminder);
        await Queue(youths[2], Lane.Reply);

        var claimed = await One.Outbox.Claim("two", 10, Now, Stop);

        Assert.Equal([youths[2], youths[1], youths[0]], claimed.Select(m => m.Youth));
    }

    [Fact]
    public async Task A_reply_overtakes_a_reminder_to_the_same_youth_unless_that_is_under_way()
    {
        var youth = (await Youths(1))[0];
        await Queue(youth, Lane.Reminder);
        var reply = Assert.Single(await Do(youth, Samples.Say("b.b")));
        Assert.Empty(await One.Outbox.Claim("two", 10, Now, Stop));
        await One.Outbox.Mark([new SendMark.Sent(reply.Id, "SM900")], Now, Stop);

        Assert.Equal("a.a", Assert.Single(await One.Outbox.Claim("two", 10, Now, Stop)).TemplateKey);
        Assert.Empty(await Do(youth, Samples.Say("c.c")));
    }

    [Fact]
    public async Task What_needs_a_template_blocks_nobody_and_goes_first_when_the_youth_writes()
    {
        var youth = (await Youths(1))[0];
        var parked = Assert.Single(await Do(youth, Samples.Say("a.a")));
        await One.Outbox.Mark([new SendMark.NeedsTemplate(parked.Id)], Now, Stop);
        Assert.Null(await One.Outbox.NextDue(Stop));
        Assert.Equal([(Delivery.NeedsTemplate, "", 1)], await One.Lists.Undelivered(Stop));
        var other = Assert.Single(await Do(youth, Samples.Say("b.b")));
        await One.Outbox.Mark([new SendMark.Sent(other.Id, "SM900")], Now, Stop);

        Now += Duration.FromHours(1);
        await One.Inbox.Accept([Message("+31610000000", "hoi")], Stop);
        Assert.Empty(await One.Turns(Now, Samples.Answer));

        var woken = Assert.Single(await One.Outbox.Claim("two", 10, Now, Stop));
        Assert.Equal((parked.Id, (Instant?)Now), (woken.Id, woken.LastHeard));
    }

    [Fact]
    public async Task Statuses_move_only_forward_and_prove_that_an_unknown_message_was_sent()
    {
        var youth = (await Youths(1))[0];
        var message = Assert.Single(await Do(youth, Samples.Say("a.a")));
        await One.Outbox.Mark([new SendMark.Unknown(message.Id, Now, Now)], Now, Stop);
        Assert.Equal(Delivery.Unknown, await StateOf(youth));

        await One.Outbox.Apply([new DeliveryStatus(message.Id, "SM900", Delivery.Delivered, "")], Now, Stop);
        await One.Outbox.Apply([new DeliveryStatus(message.Id, "SM900", Delivery.Sent, "")], Now, Stop);
        await One.Outbox.Mark([new SendMark.Sent(message.Id, "SM900")], Now, Stop);

        Assert.Equal(Delivery.Delivered, await StateOf(youth));
        Assert.Null(await One.Outbox.NextDue(Stop));
        await One.Outbox.Apply([new DeliveryStatus(message.Id, "SM900", Delivery.Read, ""), new DeliveryStatus(9999, "SM901", Delivery.Read, "")], Now, Stop);
        Assert.Equal(Delivery.Read, await StateOf(youth));
        Assert.False(await One.Outbox.IsTaken("SM901", Stop));
    }

    [Fact]
    public async Task A_message_that_was_unknown_and_is_queued_again_is_no_longer_unknown()
    {
        var youth = (await Youths(1))[0];
        var message = Assert.Single(await Do(youth, Samples.Say("a.a")));
        await One.Outbox.Mark([new SendMark.Unknown(message.Id, Now, Now)], Now, Stop);
        await One.Outbox.Mark([new SendMark.Again(message.Id, Now, "")], Now, Stop);

        Assert.Equal(Delivery.Queued, await StateOf(youth));
        Assert.Null(Assert.Single(await One.Outbox.Claim("two", 10, Now, Stop)).UnknownSince);
    }

    [Fact]
    public async Task A_failed_message_is_counted_by_its_code_and_lets_the_next_one_go()
    {
        var youth = (await Youths(1))[0];
        var message = Assert.Single(await Do(youth, Samples.Say("a.a")));
        await One.Outbox.Mark([new SendMark.Failed(message.Id, "63024")], Now, Stop);

        Assert.Single(await Do(youth, Samples.Say("b.b")));
        Assert.Equal([(Delivery.Failed, "63024", 1)], await One.Lists.Undelivered(Stop));
    }

    [Fact]
    public async Task Who_opted_out_at_the_provider_is_stopped()
    {
        var youth = (await Youths(1))[0];
        var message = Assert.Single(await Do(youth, Samples.Say("a.a")));
        await One.Outbox.Mark([new SendMark.OptedOut(message.Id, "21610")], Now, Stop);

        await One.Inbox.Accept([new Addressed(youth, NextKey(), new Inbound.HandoffTaken("x"), Now)], Stop);
        await using var batch = await One.Store.Claim(10, Now, Stop);
        Assert.True(Assert.Single(batch!.Turns).Conversation.Stopped);
    }

    [Fact]
    public async Task Two_nodes_never_lease_the_same_message()
    {
        var youths = await Youths(40);
        await One.Inbox.Accept([.. youths.Select(y => new Addressed(y, NextKey(), new Inbound.HandoffTaken("x"), Now))], Stop);
        var sent = await One.Turns(Now, Samples.Answer);
        await One.Outbox.Mark([.. sent.Select(m => new SendMark.Again(m.Id, Now, ""))], Now, Stop);
        var two = Another();

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? One : two).Outbox.Claim($"n{i}", 10, Now, Stop))));

        var ids = claims.SelectMany(c => c).Select(m => m.Id).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.InRange(ids.Count, 10, 40);
    }

    async Task Queue(YouthId youth, Lane lane)
    {
        var leased = await Do(youth, Samples.Say("a.a", lane));
        Assert.Equal(lane == Lane.Reply, leased.Count == 1);
        await One.Outbox.Mark([.. leased.Select(m => new SendMark.Again(m.Id, Now, ""))], Now, Stop);
    }

    async Task<Delivery> StateOf(YouthId youth) => (await One.Lists.Transcript(youth, 0, 10, Stop)).Single(l => !l.FromYouth).Delivery;
}
