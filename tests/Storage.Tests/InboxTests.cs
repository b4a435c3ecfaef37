using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteInboxTests : InboxTests<OnSqlite>;

public sealed class PostgresInboxTests : InboxTests<OnPostgres>;

public abstract class InboxTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    [Fact]
    public async Task A_repeated_message_is_stored_once()
    {
        var message = Message("+31611111111", "hallo");

        Assert.Equal(1, await One.Inbox.Accept([message, message], Stop));
        Assert.Equal(0, await One.Inbox.Accept([message], Stop));

        Assert.Equal(["hallo"], await Words());
    }

    [Fact]
    public async Task A_message_repeated_under_another_id_with_the_same_key_is_stored_once()
    {
        var message = Message("+31611111111", "hallo") with { RepeatKey = "token" };

        Assert.Equal(1, await One.Inbox.Accept([message], Stop));
        Assert.Equal(0, await One.Inbox.Accept([message with { ProviderId = "SMother" }], Stop));
        Assert.Equal(0, await One.Inbox.Accept([message with { ProviderId = "SMother", RepeatKey = null }], Stop));
    }

    [Fact]
    public async Task Messages_of_one_youth_are_taken_in_the_order_they_arrived_one_at_a_time()
    {
        await One.Inbox.Accept([Message("+31611111111", "a"), Message("+31622222222", "x"), Message("+31611111111", "b"), Message("+31611111111", "c")], Stop);

        await using (var batch = await One.Store.Claim(100, Now, Stop)) Assert.Equal(["a", "x"], batch!.Turns.Select(WordsOf));
        Assert.Equal(["a", "x", "b", "c"], await Words());
    }

    [Fact]
    public async Task Two_addresses_in_one_message_are_one_youth()
    {
        await One.Inbox.Accept([Message("+31611111111", "a") with { AlsoAddress = "whatsapp:NL.1" }], Stop);
        await One.Inbox.Accept([Message("NL.1", "b"), Message("+31611111111", "c")], Stop);

        Assert.Equal(3, (await TurnsTaken()).Count(t => t.Youth == YouthId(1)));
        Assert.Equal(await One.Lists.FindYouth("twilio", "whatsapp:+31611111111", Stop), await One.Lists.FindYouth("twilio", "whatsapp:NL.1", Stop));
    }

    [Fact]
    public async Task A_second_address_is_linked_when_the_first_is_known()
    {
        await One.Inbox.Accept([Message("+31611111111", "a")], Stop);
        await One.Inbox.Accept([Message("NL.1", "b") with { AlsoAddress = "whatsapp:+31611111111" }], Stop);

        var turns = await TurnsTaken();

        Assert.Single(turns.Select(t => t.Youth).Distinct());
        Assert.Equal("whatsapp:NL.1", turns[1].Address);
    }

    [Fact]
    public async Task Two_nodes_that_meet_a_stranger_at_the_same_moment_make_one_youth()
    {
        var two = Another();
        var first = Enumerable.Range(0, 20).Select(i => Message($"+3160000{i:D4}", "a")).ToList();
        var second = first.Select(m => m with { ProviderId = m.ProviderId + "b" }).Reverse().ToList();

        await Task.WhenAll(Task.Run(() => One.Inbox.Accept(first, Stop)), Task.Run(() => two.Inbox.Accept(second, Stop)));

        var turns = await TurnsTaken();
        Assert.Equal(40, turns.Count);
        Assert.Equal(20, turns.Select(t => t.Youth).Distinct().Count());
    }

    [Fact]
    public async Task What_staff_address_to_a_youth_happens_once_and_in_line()
    {
        var youth = (await Youths(1))[0];
        var taken = new Addressed(youth, "take-1", new Inbound.HandoffTaken("Noor"), Now);

        Assert.Equal(1, await One.Inbox.Accept([taken, taken], Stop));
        Assert.Equal(0, await One.Inbox.Accept([taken], Stop));
        Assert.Equal(0, await One.Inbox.Accept([taken with { Youth = new YouthId(999), Key = "take-2" }], Stop));

        var turn = Assert.Single(await TurnsTaken());
        Assert.IsType<Inbound.HandoffTaken>(turn.Inbound);
        Assert.Equal("whatsapp:+31610000000", turn.Address);
    }

    [Fact]
    public async Task An_input_that_fails_three_times_is_set_aside_with_an_apology_and_can_be_replayed()
    {
        await One.Inbox.Accept([Message("+31611111111", "bad"), Message("+31611111111", "next")], Stop);
        for (var i = 0; i < 3; i++)
        {
            var id = await FirstInput();
            await One.Inbox.Failed([(id, "FormatException")], Now, Stop);
        }

        var aside = Assert.Single(await One.Inbox.SetAside(Stop));
        Assert.Equal(("FormatException", 3), (aside.Error, aside.Attempts));
        var turns = await TurnsTaken();
        Assert.Equal("next", WordsOf(turns[0]));
        Assert.IsType<Inbound.SetAside>(turns[1].Inbound);

        Assert.True(await One.Inbox.Replay(aside.Id, Stop));
        Assert.False(await One.Inbox.Replay(aside.Id, Stop));
        Assert.Equal(["bad"], await Words());
        Assert.Empty(await One.Inbox.SetAside(Stop));
    }

    [Fact]
    public async Task An_apology_that_fails_brings_no_other()
    {
        await One.Inbox.Accept([Message("+31611111111", "bad")], Stop);
        for (var i = 0; i < 6; i++) await One.Inbox.Failed([(await FirstInput(), "FormatException")], Now, Stop);

        Assert.Equal(2, (await One.Inbox.SetAside(Stop)).Count);
        Assert.Null(await One.Store.Claim(10, Now, Stop));
    }

    [Fact]
    public async Task A_timer_that_fails_is_set_aside_too()
    {
        var youth = (await Youths(1))[0];
        await Do(youth, new Effect.SetTimer(new(Workflow.Reminders.TimerKind.AskAgain, Now + Duration.FromMinutes(1), new Workflow.Reminders.SetFor.ForAsk(1))));
        Now += Duration.FromMinutes(1);
        for (var i = 0; i < 3; i++)
        {
            ClaimedTurn turn;
            await using (var batch = await One.Store.Claim(1, Now, Stop)) turn = batch!.Turns[0];
            Assert.IsType<Inbound.TimerFired>(turn.Inbound);
            await One.Inbox.Failed([(turn, "FormatException")], Now, Stop);
        }

        Assert.Single(await One.Inbox.SetAside(Stop));
        Assert.IsType<Inbound.SetAside>(Assert.Single(await TurnsTaken()).Inbound);
    }

    async Task<long> FirstInput()
    {
        await using var batch = await One.Store.Claim(1, Now, Stop);
        return batch!.Turns[0].InboxId!.Value;
    }

    async Task<List<ClaimedTurn>> TurnsTaken()
    {
        var turns = new List<ClaimedTurn>();
        await One.Turns(Now, turn =>
        {
            turns.Add(turn);
            return Samples.Nothing(turn);
        });
        return turns;
    }

    async Task<IEnumerable<string>> Words() => (await TurnsTaken()).Select(WordsOf);

    static string WordsOf(ClaimedTurn turn) => Assert.IsType<Inbound.Message>(turn.Inbound).Words;

    static YouthId YouthId(long id) => new(id);
}
