using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteReceiveTests : ReceiveTests<OnSqlite>;

public sealed class PostgresReceiveTests : ReceiveTests<OnPostgres>;

/// <summary>What arrives is decided in the commit that takes it in, where nothing else waits for its youth.</summary>
public abstract class ReceiveTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    const string Amina = "+31611111111";
    const string Yonas = "+31622222222";

    [Fact]
    public async Task A_stranger_is_answered_in_the_commit_that_takes_them_in()
    {
        var sent = await Receive(Samples.Answer, Message(Amina, "hallo"));

        Assert.Equal("whatsapp:" + Amina, Assert.Single(sent).Address);
        Assert.Equal(["hallo", ""], (await Transcript(Amina)).Select(l => l.Words));
        Assert.Null(await One.Store.Claim(10, Now, Stop));
    }

    [Fact]
    public async Task A_youth_who_is_known_brings_state_bookings_and_handoff()
    {
        await Receive(
            turn => new DecidedTurn(turn, new Decision(turn.Conversation with { FirstName = "Amina" }, [new Effect.BookSeat(Cooking), new Effect.OpenHandoff(HandoffReason.Moved, Urgency.Normal)]), null),
            Message(Amina, "a"));

        ClaimedTurn? seen = null;
        await Receive(turn => Samples.Nothing(seen = turn), Message(Amina, "b"));

        Assert.Equal("Amina", seen!.Conversation.FirstName);
        Assert.Equal(Cooking, Assert.Single(seen.Facts.Bookings).Session.Id);
        Assert.Equal(HandoffReason.Moved, seen.Facts.Handoff!.Reason);
    }

    [Fact]
    public async Task What_came_before_is_dropped()
    {
        var message = Message(Amina, "hallo") with { RepeatKey = "token" };
        await Receive(Samples.Nothing, message);

        await Receive(Samples.Answer, message with { ProviderId = "SMother" }, message);
        await Receive(Samples.Answer, message with { ProviderId = "SMother", RepeatKey = null });

        Assert.Equal(["hallo"], (await Transcript(Amina)).Select(l => l.Words));
        Assert.Null(await One.Store.Claim(10, Now, Stop));
    }

    [Fact]
    public async Task What_is_new_beside_what_came_before_is_not_dropped()
    {
        var before = Message(Amina, "hallo");
        await Receive(Samples.Nothing, before);

        await Receive(Samples.Nothing, before, Message(Yonas, "x"), Message(Amina, "b"));
        await One.Turns(Now, Samples.Nothing);

        Assert.Equal(["hallo", "b"], (await Transcript(Amina)).Select(l => l.Words));
        Assert.Equal(["x"], (await Transcript(Yonas)).Select(l => l.Words));
    }

    [Fact]
    public async Task A_repeat_from_somebody_who_was_erased_makes_nobody()
    {
        var message = Message(Amina, "hallo");
        await Receive(Samples.Nothing, message);
        await Receive(turn => Samples.Decide(turn, new Effect.EraseYouth()), Message(Amina, "weg"));

        await Receive(Samples.Answer, message);

        Assert.Null(await One.Lists.FindYouth("twilio", "whatsapp:" + Amina, Stop));
    }

    [Fact]
    public async Task A_stranger_who_wants_no_trace_at_once_leaves_none()
    {
        await Receive(turn => Samples.Decide(turn, new Effect.EraseYouth()), Message(Amina, "weg"));

        Assert.Null(await One.Lists.FindYouth("twilio", "whatsapp:" + Amina, Stop));
        Assert.Null(await One.Store.Claim(10, Now, Stop));
    }

    [Fact]
    public async Task Of_two_nodes_that_meet_the_same_stranger_one_must_begin_anew()
    {
        // Only PostgreSQL lets two nodes work at the same time.
        if (!TEngine.IsPostgres) return;
        await using var batch = await One.Store.Receive([Message(Amina, "a")], () => [], Now, Stop);
        var decided = await batch!.OnlyNew([Samples.Nothing(batch.Turns[0])]);
        await using (var other = await Another().Store.Receive([Message(Amina, "b")], () => [], Now, Stop))
            await other!.Commit(await other.OnlyNew([Samples.Nothing(other.Turns[0])]), [], "other", Stop);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => batch.Commit(decided, [], One.Name, Stop));
        await batch.DisposeAsync();
        await One.Inbox.Accept([Message(Amina, "a")], Stop);
        await One.Turns(Now, Samples.Nothing);

        Assert.Equal(["b", "a"], (await Transcript(Amina)).Select(l => l.Words));
    }

    [Fact]
    public async Task A_mark_that_comes_with_what_arrives_lets_the_next_reply_go_at_once()
    {
        var first = Assert.Single(await Receive(Samples.Answer, Message(Amina, "a")));

        await using var batch = await One.Store.Receive([Message(Amina, "b")], () => [new SendMark.Sent(first.Id, "SM1")], Now, Stop);
        Assert.Single(await batch!.Commit(await batch.OnlyNew([Samples.Answer(batch.Turns[0])]), [], One.Name, Stop));

        Assert.Equal(Delivery.Sent, (await Transcript(Amina)).Single(l => l.Id == first.Id).Delivery);
    }

    [Fact]
    public async Task A_reply_waits_while_the_one_before_is_under_way()
    {
        Assert.Single(await Receive(Samples.Answer, Message(Amina, "a")));
        Assert.Empty(await Receive(Samples.Answer, Message(Amina, "b")));
    }

    [Fact]
    public async Task Of_one_youth_the_first_is_decided_and_the_rest_waits_in_order()
    {
        var decided = new List<string>();
        await Receive(turn => Heard(turn, decided), Message(Amina, "a"), Message(Yonas, "x"), Message(Amina, "b"), Message(Amina, "c"));
        Assert.Equal(["a", "x"], decided);

        // One that comes now goes behind those that wait.
        await Receive(turn => Heard(turn, decided), Message(Amina, "d"));
        await One.Turns(Now, turn => Heard(turn, decided));

        Assert.Equal(["a", "x", "b", "c", "d"], decided);
    }

    [Fact]
    public async Task What_comes_for_a_youth_whom_another_holds_waits()
    {
        // Only PostgreSQL lets two nodes work at the same time.
        if (!TEngine.IsPostgres) return;
        await Receive(Samples.Nothing, Message(Amina, "hallo"));
        await One.Inbox.Accept([Message(Amina, "a")], Stop);
        var decided = new List<string>();
        await using (var held = await Another().Store.Claim(10, Now, Stop))
        {
            Assert.Single(held!.Turns);
            await Receive(turn => Heard(turn, decided), Message(Amina, "b"), Message(Yonas, "x"));
        }

        await One.Turns(Now, turn => Heard(turn, decided));

        Assert.Equal(["x", "a", "b"], decided);
    }

    [Fact]
    public async Task A_turn_that_is_postponed_waits_in_the_queue()
    {
        await using (var batch = await One.Store.Receive([Message(Amina, "a"), Message(Yonas, "x")], () => [], Now, Stop))
        {
            await batch!.OnlyNew([]);
            batch.Postpone(batch.Turns[0]);
            await batch.Commit([Samples.Nothing(batch.Turns[1])], [], One.Name, Stop);
            Assert.Equal(1, batch.Queued);
        }

        var decided = new List<string>();
        await One.Turns(Now, turn => Heard(turn, decided));
        Assert.Equal(["a"], decided);
    }

    [Fact]
    public async Task Without_a_commit_nothing_came()
    {
        var message = Message(Amina, "hallo");
        await using (await One.Store.Receive([message], () => [], Now, Stop))
        {
        }

        var decided = new List<string>();
        await Receive(turn => Heard(turn, decided), message);
        Assert.Equal(["hallo"], decided);
    }

    [Fact]
    public async Task A_number_and_its_business_scoped_id_are_one_youth()
    {
        var both = Message(Amina, "a") with { AlsoAddress = "whatsapp:NL.1" };
        await Receive(turn => Samples.Decide(turn, new Effect.BookSeat(Cooking)), both);

        var decided = new List<ClaimedTurn>();
        await Receive(
            turn =>
            {
                decided.Add(turn);
                return Samples.Nothing(turn);
            },
            Message("", "b") with { Address = "whatsapp:NL.1", AlsoAddress = "whatsapp:" + Amina });

        Assert.Single(Assert.Single(decided).Facts.Bookings);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task An_arrival_costs_the_same_few_statements_whatever_its_size(int youths)
    {
        await Youths(100);
        await One.Programme.Current(Now, Stop);
        var before = One.Database.Statements;

        await Receive(Samples.Answer, [.. Enumerable.Range(0, youths).Select(i => Message($"+3161{i:D7}", "x"))]);

        // begin, keys, lock, what is around, line ids, youth ids; state, transcript, outbox, commit.
        Assert.Equal(10, One.Database.Statements - before);
    }

    async Task<IReadOnlyList<OutboxMessage>> Receive(Func<ClaimedTurn, DecidedTurn> decide, params Arrived[] arrived)
    {
        await using var batch = await One.Store.Receive(arrived, () => [], Now, Stop);
        return await batch!.Commit(await batch.OnlyNew([.. batch.Turns.Select(decide)]), [], One.Name, Stop);
    }

    static DecidedTurn Heard(ClaimedTurn turn, List<string> decided)
    {
        decided.Add(((Inbound.Message)turn.Inbound).Words);
        return Samples.Nothing(turn);
    }

    async Task<IReadOnlyList<TranscriptLine>> Transcript(string from) =>
        await One.Lists.Transcript((await One.Lists.FindYouth("twilio", "whatsapp:" + from, Stop))!.Value, 0, 100, Stop);
}
