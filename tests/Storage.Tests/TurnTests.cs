using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteTurnTests : TurnTests<OnSqlite>;

public sealed class PostgresTurnTests : TurnTests<OnPostgres>;

public abstract class TurnTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    [Fact]
    public async Task A_batch_that_is_not_committed_leaves_everything_as_it_was()
    {
        await One.Inbox.Accept([Message("+31611111111", "a")], Stop);
        await using (var batch = await One.Store.Claim(10, Now, Stop))
        {
            await batch!.TakeSeats([Samples.Decide(batch.Turns[0], new Effect.BookSeat(Sport))], Stop);
        }

        await using var again = await One.Store.Claim(10, Now, Stop);
        Assert.Empty(Assert.Single(again!.Turns).Facts.Bookings);
        Assert.Equal(0, again.Turns[0].Facts.Offer.Session(Sport)!.Taken);
    }

    [Fact]
    public async Task The_state_and_what_staff_see_of_it_are_kept()
    {
        await One.Inbox.Accept([Message("+31611111111", "salaam")], Stop);
        var next = new Conversation
        {
            Step = new Step.AskingName(Cooking, Suggested: "Amina"),
            Language = new Language("ar"),
            FirstName = "أمينة",
            Site = new SiteId("deventer"),
            Age = AgeGroup.From18To29,
            LastHeard = Now,
        };
        await One.Turns(Now, turn => new DecidedTurn(turn, new Decision(next, [new Effect.OpenHandoff(HandoffReason.AskedForPerson, Urgency.Normal)]), null));

        var row = Assert.Single(await One.Lists.OpenHandoffs(Stop));
        Assert.Equal(("أمينة", new Language("ar"), new SiteId("deventer"), Now), (row.FirstName, row.Language, row.Site!.Value, row.Since));
        await One.Inbox.Accept([Message("+31611111111", "b")], Stop);
        await using var batch = await One.Store.Claim(10, Now, Stop);
        var turn = Assert.Single(batch!.Turns);
        Assert.Equal(StorageJson.Write(next), StorageJson.Write(turn.Conversation));
        Assert.Equal(new Handoff(HandoffReason.AskedForPerson, Urgency.Normal, false, ""), turn.Facts.Handoff);
    }

    [Fact]
    public async Task A_handoff_is_opened_raised_taken_and_given_back()
    {
        var youth = (await Youths(1))[0];
        await Do(youth, new Effect.OpenHandoff(HandoffReason.TravelHelp, Urgency.Normal));
        await Do(youth, new Effect.OpenHandoff(HandoffReason.TravelHelp, Urgency.Normal));
        Assert.Equal(HandoffReason.TravelHelp, Assert.Single(await One.Lists.OpenHandoffs(Stop)).Reason);

        await Do(youth, new Effect.OpenHandoff(HandoffReason.Crisis, Urgency.Urgent));
        await Do(youth, new Effect.TakeHandoff("Noor"));
        var row = Assert.Single(await One.Lists.OpenHandoffs(Stop));
        Assert.Equal((HandoffReason.Crisis, Urgency.Urgent, "Noor"), (row.Reason, row.Urgency, row.CoachName));

        await Do(youth, new Effect.CloseHandoff());
        Assert.Empty(await One.Lists.OpenHandoffs(Stop));
        await Do(youth, new Effect.OpenHandoff(HandoffReason.TravelHelp, Urgency.Normal));
        Assert.Single(await One.Lists.OpenHandoffs(Stop));
    }

    [Fact]
    public async Task Both_sides_of_a_conversation_are_in_the_transcript_in_order()
    {
        await One.Inbox.Accept([Message("+31611111111", "hallo")], Stop);
        await One.Turns(Now, Samples.Answer);
        await One.Inbox.Accept([Message("+31611111111", "") with { Inbound = new Inbound.Media(MediaKind.Voice) }], Stop);
        await One.Turns(Now, turn => Samples.Decide(turn, new Effect.SayWords("Dag!")));
        var youth = (await One.Lists.FindYouth("twilio", "whatsapp:+31611111111", Stop))!.Value;

        var lines = await One.Lists.Transcript(youth, 0, 10, Stop);

        Assert.Equal(
            [(true, "hallo", LineKind.Words), (false, "", LineKind.Words), (true, "", LineKind.Voice), (false, "Dag!", LineKind.Words)],
            lines.Select(l => (l.FromYouth, l.Words, l.Kind)));
        Assert.Equal("welcome.hello", lines[1].Saying!.Parts[0].Text.Key);
        Assert.Equal(lines.Skip(2).Select(l => l.Id), (await One.Lists.Transcript(youth, lines[1].Id, 10, Stop)).Select(l => l.Id));
    }

    [Fact]
    public async Task A_timer_fires_when_it_is_due_and_once_even_beside_others()
    {
        var youth = (await Youths(1))[0];
        var due = Now + Duration.FromHours(1);
        await Do(youth, new Effect.SetTimer(new(TimerKind.AskAgain, due + Duration.FromHours(1), new SetFor.ForAsk(2))), new Effect.SetTimer(new(TimerKind.PauseOver, due, new SetFor.ForAsk(1))));
        Assert.Equal(due, await One.Store.NextTimer(Stop));
        Assert.Equal(due, await One.Lists.NextTimer(youth, Stop));
        Assert.Null(await One.Store.Claim(10, due - Duration.FromSeconds(1), Stop));

        var fired = new List<Inbound>();
        await One.Turns(due + Duration.FromHours(2), turn =>
        {
            fired.Add(turn.Inbound);
            return Samples.Nothing(turn);
        });

        Assert.Equal([new Inbound.TimerFired(TimerKind.PauseOver, new SetFor.ForAsk(1)), new Inbound.TimerFired(TimerKind.AskAgain, new SetFor.ForAsk(2))], fired);
        Assert.Null(await One.Store.NextTimer(Stop));
    }

    [Fact]
    public async Task Timers_get_their_share_while_messages_keep_coming()
    {
        var youths = await Youths(12);
        foreach (var youth in youths.Take(4)) await Do(youth, new Effect.SetTimer(new(TimerKind.AskAgain, Now + Duration.FromHours(1), new SetFor.ForAsk(1))));
        Now += Duration.FromHours(1);
        await One.Inbox.Accept([.. youths.Skip(4).Select(y => new Addressed(y, NextKey(), new Inbound.HandoffTaken("x"), Now))], Stop);

        var kinds = new List<bool>();
        for (var i = 0; i < 2; i++)
            await One.Batch(Now, turn =>
            {
                kinds.Add(turn.TimerId is not null);
                return Samples.Nothing(turn);
            }, max: 4);

        Assert.Equal([false, false, false, false, false, false, false, true], kinds);
    }

    [Fact]
    public async Task A_reminder_is_not_worth_sending_after_its_session_began()
    {
        var youth = (await Youths(1))[0];
        await Do(youth, new Effect.BookSeat(Cooking), new Effect.SetTimer(new(TimerKind.ReminderTwoHours, Now + Duration.FromHours(46), new SetFor.ForBooking(Cooking, 1))));

        Now += Duration.FromHours(46);
        await One.Turns(Now, turn => Samples.Decide(turn, Samples.Say("reminder.twoHours", Lane.Reminder)));
        var sent = await One.Outbox.Claim("two", 10, Now, Stop);

        Assert.Equal(Start + Duration.FromDays(2), Assert.Single(sent).Expires);
    }

    [Fact]
    public async Task A_code_in_a_message_comes_with_what_is_known_of_it()
    {
        await Youths(1);
        await Do(new YouthId(1), new Effect.CreateEntryCode(new EntryCode("AB12", null, null, Cooking)));
        await One.Inbox.Accept([Message("+31611111111", "hoi MDT-AB12"), Message("+31622222222", "hoi MDT-ZZ99")], Stop);

        await using var batch = await One.Store.Claim(10, Now, Stop);

        Assert.Equal(new EntryCode("AB12", null, null, Cooking), batch!.Turns[0].Facts.Code);
        Assert.Null(batch.Turns[1].Facts.Code);
    }

    [Fact]
    public async Task Wishes_are_counted_per_site_without_the_youth()
    {
        var youths = await Youths(2);
        foreach (var youth in youths) await Do(youth, new Effect.KeepWish(new SiteId("deventer"), "zwemmen"));
        await Do(youths[0], new Effect.KeepWish(null, "zwemmen"));

        Assert.Equal([(null, "zwemmen", 1), (new SiteId("deventer"), "zwemmen", 2)], await One.Lists.Wishes(Stop));
    }

    [Fact]
    public async Task Two_nodes_never_take_a_turn_of_the_same_youth_at_once_and_keep_the_order()
    {
        var two = Another();
        var said = new Dictionary<string, List<string>>();
        for (var i = 0; i < 10; i++)
            await One.Inbox.Accept([.. Enumerable.Range(0, 20).Select(y => Message($"+3160000{y:D4}", $"{i}"))], Stop);

        DecidedTurn Note(ClaimedTurn turn)
        {
            lock (said)
            {
                if (!said.TryGetValue(turn.Address, out var words)) said[turn.Address] = words = [];
                words.Add(((Inbound.Message)turn.Inbound).Words);
            }
            return Samples.Nothing(turn);
        }

        await Task.WhenAll(Task.Run(() => One.Turns(Now, Note, 3)), Task.Run(() => two.Turns(Now, Note, 4)));
        await One.Turns(Now, Note);

        Assert.Equal(20, said.Count);
        Assert.All(said.Values, words => Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), words));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task A_batch_costs_the_same_few_statements_whatever_its_size(int youths)
    {
        await Youths(100);
        await One.Inbox.Accept([.. Enumerable.Range(0, youths).Select(i => Message($"+3161{i:D7}", "x"))], Stop);
        await One.Programme.Current(Now, Stop);
        var before = One.Database.Statements;

        await One.Batch(
            Now,
            turn => Samples.Decide(turn, Samples.Say("a.a"), new Effect.RecordJourney(JourneyStep.Asked), new Effect.SetTimer(new(TimerKind.AskAgain, Now + Duration.FromDays(1), new SetFor.ForAsk(1)))));

        // begin, lock, look at timers; turns, bookings, line ids; state, inbox, transcript, timers, journey, outbox, commit.
        Assert.Equal(13, One.Database.Statements - before);
    }
}
