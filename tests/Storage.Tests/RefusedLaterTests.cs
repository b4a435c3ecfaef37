using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteRefusedLaterTests : RefusedLaterTests<OnSqlite>;

public sealed class PostgresRefusedLaterTests : RefusedLaterTests<OnPostgres>;

public abstract class RefusedLaterTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    [Fact]
    public async Task It_waits_in_the_outbox_again_and_leaves_once_when_the_youth_writes()
    {
        var (youth, message) = await Sent();
        await Refuse(message);
        await Refuse(message);

        Assert.Null(await One.Outbox.NextDue(Stop));
        Assert.Equal([(Delivery.NeedsTemplate, "63016", 1)], await One.Lists.Undelivered(Stop));
        await Writes();
        var again = Assert.Single(await One.Outbox.Claim("two", 10, Now, Stop));
        Assert.Equal((message.Id, youth, "a.a in en", "a.a", message.Address), (again.Id, again.Youth, again.Written.Body, again.TemplateKey, again.Address));

        await One.Outbox.Mark([new SendMark.Sent(message.Id, "SM901")], Now, Stop);
        await Refuse(message);
        Assert.Null(await One.Outbox.NextDue(Stop));
        Assert.Equal(Delivery.Sent, await StateOf(youth, message));
    }

    [Fact]
    public async Task What_the_provider_says_late_of_the_refused_attempt_changes_nothing()
    {
        var (youth, message) = await Sent();
        await Refuse(message);
        await One.Outbox.Apply([new DeliveryStatus(message.Id, "SM900", Delivery.Sent, "")], Now, Stop);
        await One.Outbox.Mark([new SendMark.Sent(message.Id, "SM900")], Now, Stop);
        await Writes();
        Assert.Equal(message.Id, Assert.Single(await One.Outbox.Claim("two", 10, Now, Stop)).Id);
        Assert.Equal(Delivery.NeedsTemplate, await StateOf(youth, message));
    }

    [Fact]
    public async Task It_waits_also_where_the_callback_is_faster_than_the_answer_to_the_send()
    {
        var youth = (await Youths(1))[0];
        var message = Assert.Single(await Do(youth, Samples.Say("a.a")));
        await Refuse(message);
        await One.Outbox.Mark([new SendMark.Sent(message.Id, "SM900")], Now, Stop);
        Assert.Null(await One.Outbox.NextDue(Stop));
        await Writes();
        Assert.Equal(message.Id, Assert.Single(await One.Outbox.Claim("two", 10, Now, Stop)).Id);
    }

    [Fact]
    public async Task It_goes_at_once_where_the_youth_wrote_meanwhile()
    {
        var (_, message) = await Sent();
        await Writes();
        await Refuse(message);
        Assert.Equal(message.Id, Assert.Single(await One.Outbox.Claim("two", 10, Now, Stop)).Id);
    }

    [Fact]
    public async Task What_was_followed_by_something_newer_has_failed()
    {
        var (youth, message) = await Sent();
        await Sent(youth, Samples.Say("b.b"), "SM950");
        await Refuse(message);
        Assert.Equal(Delivery.Failed, await StateOf(youth, message));
        await Writes();
        Assert.Empty(await One.Outbox.Claim("two", 10, Now, Stop));
    }

    [Fact]
    public async Task The_words_of_a_coach_wait_whatever_was_said_since()
    {
        var youth = (await Youths(1))[0];
        var message = await Sent(youth, new Effect.SayWords("Hoe gaat het?"), "SM900");
        await Sent(youth, Samples.Say("b.b"), "SM950");
        await Refuse(message);
        await Writes();
        Assert.Equal("Hoe gaat het?", Assert.Single(await One.Outbox.Claim("two", 10, Now, Stop)).Written.Body);
    }

    [Fact]
    public async Task What_is_a_day_old_has_failed()
    {
        var (youth, message) = await Sent();
        Now += Duration.FromHours(24);
        await Refuse(message);
        Assert.Equal(Delivery.Failed, await StateOf(youth, message));
    }

    [Fact]
    public async Task What_was_to_be_said_before_a_session_is_not_said_after_it_began()
    {
        var youth = (await Youths(1))[0];
        await Do(youth, new Effect.BookSeat(Sport));
        Now = Start + Duration.FromDays(3) - Duration.FromHours(2);
        var reminder = await Sent(youth, Samples.Say("reminder.twoHours"), "SM900");
        await Refuse(reminder);
        Now = Start + Duration.FromDays(3);
        await Writes();
        Assert.Equal(Start + Duration.FromDays(3), Assert.Single(await One.Outbox.Claim("two", 10, Now, Stop)).Expires);
    }

    [Fact]
    public async Task Who_had_everything_deleted_leaves_nothing_to_wait()
    {
        var (youth, message) = await Sent();
        await Do(youth, new Effect.EraseYouth());
        await Refuse(message);
        Assert.Null(await One.Outbox.NextDue(Stop));
        Assert.Empty(await One.Lists.Undelivered(Stop));
    }

    async Task<(YouthId Youth, OutboxMessage Message)> Sent()
    {
        var youth = (await Youths(1))[0];
        return (youth, await Sent(youth, Samples.Say("a.a"), "SM900"));
    }

    async Task<OutboxMessage> Sent(YouthId youth, Effect says, string providerId)
    {
        var message = Assert.Single(await Do(youth, says));
        await One.Outbox.Mark([new SendMark.Sent(message.Id, providerId)], Now, Stop);
        return message;
    }

    Task Refuse(OutboxMessage message) =>
        One.RefusedLater.Apply([new DeliveryStatus(message.Id, "SM900", Delivery.Failed, "63016")], Now, Stop);

    async Task Writes()
    {
        Now += Duration.FromMinutes(1);
        await One.Inbox.Accept([Message("+31610000000", "hoi")], Stop);
        await One.Turns(Now, turn => new DecidedTurn(turn, new Decision(turn.Conversation, []), null));
    }

    async Task<Delivery> StateOf(YouthId youth, OutboxMessage message) => (await One.Lists.Transcript(youth, 0, 20, Stop)).Single(l => l.Id == message.Id).Delivery;
}
