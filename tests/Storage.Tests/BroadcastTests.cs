using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Numbers;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteBroadcastTests : BroadcastTests<OnSqlite>;

public sealed class PostgresBroadcastTests : BroadcastTests<OnPostgres>;

public abstract class BroadcastTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    static readonly SiteId Deventer = new("deventer");
    static readonly StaffMember Ans = Member(1, "Ans");
    static readonly StaffMember Noor = Member(2, "Noor");

    static readonly Conversation Willing = new()
    {
        Step = new Step.InMenu(),
        Language = Language.Dutch,
        Site = Deventer,
        Consent = Consent.Given,
        Invitations = Consent.Given,
        Age = AgeGroup.From18To29,
        Interests = [Interest.Cooking],
        Counted = Counted.Reached | Counted.Talked | Counted.Interested,
        Source = EntrySource.Flyer,
    };

    [Fact]
    public async Task Each_recipient_is_asked_once_with_message_and_row_in_one_commit()
    {
        var youths = await People([.. Enumerable.Repeat(Willing, 7)]);
        var id = await Begun(Plan());
        var asked = new List<YouthId>();
        while (await One.Feed.Next(3, Now, Stop) is > 0)
        {
            await One.Turns(Now, turn => Ask(turn, asked));
            foreach (var message in await One.Outbox.Claim("node0", 10, Now, Stop)) await One.Outbox.Mark([new SendMark.Sent(message.Id, $"SM{message.Id}")], Now, Stop);
            Now += Duration.FromSeconds(1);
        }

        Assert.Equal(youths.Order(By), asked.Order(By));
        var tally = await One.Feed.Tally(id, Now, Stop);
        Assert.Equal((7, 7), (tally.Sent, tally.All));
        Assert.Equal(BroadcastState.Done, (await One.Broadcasts.Find(id, Stop))!.State);
    }

    [Fact]
    public async Task No_more_are_on_their_way_than_there_is_room_for()
    {
        await People([.. Enumerable.Repeat(Willing, 9)]);
        await Begun(Plan());
        Assert.Equal(4, await One.Feed.Next(4, Now, Stop));
        Assert.Equal(0, await One.Feed.Next(4, Now, Stop));
        await One.Turns(Now, turn => Ask(turn, []));
        Assert.Equal(0, await One.Feed.Next(4, Now, Stop));
        await One.Outbox.Mark([.. (await One.Outbox.Claim("node0", 2, Now, Stop)).Select(m => new SendMark.Sent(m.Id, $"SM{m.Id}"))], Now, Stop);
        Assert.Equal(2, await One.Feed.Next(4, Now, Stop));
    }

    [Fact]
    public async Task A_pause_takes_back_what_has_not_left_and_resuming_says_it_once()
    {
        var youths = await People([.. Enumerable.Repeat(Willing, 4)]);
        var id = await Begun(Plan());
        await One.Feed.Next(10, Now, Stop);
        await One.Turns(Now, turn => Ask(turn, []));
        var sent = Assert.Single(await One.Outbox.Claim("node0", 1, Now, Stop));
        await One.Outbox.Mark([new SendMark.Sent(sent.Id, "SM1")], Now, Stop);

        Assert.True(await One.Broadcasts.Do(id, BroadcastAct.Pause, Ans, Now, Stop));
        Assert.Empty(await One.Outbox.Claim("node0", 10, Now, Stop));
        Assert.Null(await One.Feed.Next(10, Now, Stop));
        Assert.Equal((3, 1), (Of(await One.Feed.Tally(id, Now, Stop))));

        Assert.True(await One.Broadcasts.Do(id, BroadcastAct.Resume, Ans, Now, Stop));
        var again = new List<YouthId>();
        await One.Feed.Next(10, Now, Stop);
        await One.Turns(Now, turn => Ask(turn, again));
        Assert.Equal(youths.Except([sent.Youth]).Order(By), again.Order(By));
        Assert.Equal(3, (await One.Outbox.Claim("node0", 10, Now, Stop)).Count);
    }

    [Fact]
    public async Task What_is_put_back_after_a_pause_is_withdrawn_too()
    {
        await People(Willing);
        var id = await Begun(Plan());
        await One.Feed.Next(10, Now, Stop);
        await One.Turns(Now, turn => Ask(turn, []));
        var leased = Assert.Single(await One.Outbox.Claim("node0", 1, Now, Stop));
        await One.Broadcasts.Do(id, BroadcastAct.Cancel, Ans, Now, Stop);
        await One.Outbox.Mark([new SendMark.Again(leased.Id, Now, "63018")], Now, Stop);

        await One.Broadcasts.WithdrawHalted(Stop);
        Assert.Empty(await One.Outbox.Claim("node0", 10, Now, Stop));
        Assert.Equal(1, (await One.Feed.Tally(id, Now, Stop)).Cancelled);
    }

    [Fact]
    public async Task Above_fifty_nothing_begins_without_a_second_person_who_is_not_the_first()
    {
        await People([.. Enumerable.Repeat(Willing, InvitationRules.AloneUpTo + 1)]);
        var id = await One.Broadcasts.Plan(Plan(), Ans, Now, Stop);
        // It was small when it was sent off.
        await One.Broadcasts.Do(id, BroadcastAct.Send, Ans, Now, Stop);
        Assert.Null(await One.Broadcasts.Begin(id, Query(Plan()), Stop));
        Assert.Equal(BroadcastState.WaitingForSecond, (await One.Broadcasts.Find(id, Stop))!.State);
        Assert.Equal(0, (await One.Feed.Tally(id, Now, Stop)).All);

        Assert.False(await One.Broadcasts.Do(id, BroadcastAct.Approve, Ans, Now, Stop));
        Assert.True(await One.Broadcasts.Do(id, BroadcastAct.Approve, Noor, Now, Stop));
        Assert.Equal(51, await One.Broadcasts.Begin(id, Query(Plan()), Stop));
        Assert.Null(await One.Broadcasts.Begin(id, Query(Plan()), Stop));
    }

    [Fact]
    public async Task Failures_that_may_be_tried_again_are_and_others_are_not()
    {
        await People([.. Enumerable.Repeat(Willing, 2)]);
        var id = await Begun(Plan());
        await One.Feed.Next(10, Now, Stop);
        await One.Turns(Now, turn => Ask(turn, []));
        var messages = await One.Outbox.Claim("node0", 10, Now, Stop);
        await One.Outbox.Mark([new SendMark.Failed(messages[0].Id, "63010"), new SendMark.Failed(messages[1].Id, "63024")], Now, Stop);
        Now += Duration.FromSeconds(2);
        Assert.Equal(0, await One.Feed.Next(10, Now, Stop));

        Assert.Equal(1, await One.Broadcasts.Retry(id, ["63010"], Ans, Now, Stop));
        var again = new List<YouthId>();
        await One.Feed.Next(10, Now, Stop);
        await One.Turns(Now, turn => Ask(turn, again));
        Assert.Equal([messages[0].Youth], again);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_complaint_of_the_provider_is_seen_whether_it_refuses_or_puts_off(bool refuses)
    {
        await People([.. Enumerable.Repeat(Willing, 3)]);
        var id = await Begun(Plan());
        await One.Feed.Next(10, Now, Stop);
        await One.Turns(Now, turn => Ask(turn, []));
        var messages = await One.Outbox.Claim("node0", 10, Now, Stop);
        SendMark complaint = refuses ? new SendMark.Failed(messages[0].Id, "63049") : new SendMark.Again(messages[0].Id, Now + Duration.FromMinutes(10), "63049");
        await One.Outbox.Mark([complaint, new SendMark.Sent(messages[1].Id, "SM1"), new SendMark.NeedsTemplate(messages[2].Id)], Now, Stop);

        var reason = BroadcastRules.Trouble(await One.Feed.Tally(id, Now, Stop), (await One.Broadcasts.Find(id, Stop))!.Before, code => code is "63049");
        Assert.Equal("63049", reason);
        Assert.True(await One.Broadcasts.Do(id, BroadcastAct.Stop, null, Now, Stop, reason: reason!));
        // What waits for its moment or for a template is back in line; what failed stays so until somebody tries it again.
        Assert.Equal(refuses ? (1, 1) : (2, 1), Of(await One.Feed.Tally(id, Now, Stop)));

        Assert.True(await One.Broadcasts.Do(id, BroadcastAct.Resume, Ans, Now, Stop));
        var resumed = (await One.Broadcasts.Find(id, Stop))!;
        Assert.Equal("", resumed.Reason);
        Assert.Null(BroadcastRules.Trouble(resumed.Tally, resumed.Before, code => code is "63049"));
    }

    [Fact]
    public async Task Who_is_put_off_is_looked_at_again_when_the_time_has_come()
    {
        await People(Willing);
        await Begun(Plan());
        var until = Now + Duration.FromHours(1);
        await One.Feed.Next(10, Now, Stop);
        await One.Turns(Now, turn => Samples.Decide(turn, Note(turn, new InvitationOutcome.Later(until))));
        Now += Duration.FromMinutes(2);
        Assert.Equal(0, await One.Feed.Next(10, Now, Stop));
        Assert.Null(await One.Feed.Next(10, Now, Stop));
        Assert.Equal(1, await One.Feed.Next(10, until, Stop));
    }

    [Fact]
    public async Task The_statement_and_the_rules_leave_out_the_same_for_the_same_reasons()
    {
        var (kinds, expected) = (new List<Conversation>(), new List<Exclusion?>());
        foreach (var consent in Enum.GetValues<Consent>())
            foreach (var stopped in new[] { false, true })
                foreach (var paused in new Instant?[] { null, Now, Now + Duration.FromDays(1), Instant.MaxValue })
                    foreach (var age in Enum.GetValues<AgeGroup>())
                    {
                        kinds.Add(Willing with { Invitations = consent, Stopped = stopped, PausedUntil = paused, Age = age });
                        expected.Add(InvitationRules.Against(new Candidate { Consent = consent, Stopped = stopped, PausedUntil = paused, Age = age }, false, 2, Now));
                    }

        await People([.. kinds]);
        var urgent = await People(Willing);
        await Do(urgent[0], new Effect.OpenHandoff(HandoffReason.Crisis, Urgency.Urgent));
        var seated = await People(Willing);
        await Do(seated[0], new Effect.BookSeat(Cooking));
        var count = await One.Broadcasts.Count(Query(Plan()), Stop);
        Assert.Equal(expected.Count(e => e is null), count.Recipients);
        foreach (var why in new[] { Exclusion.Stopped, Exclusion.NoConsent, Exclusion.Paused, Exclusion.Minor }) Assert.Equal(expected.Count(e => e == why), count.LeftOut.GetValueOrDefault(why));
        Assert.Equal((1, 1), (count.LeftOut[Exclusion.UrgentHandoff], count.LeftOut[Exclusion.AlreadyAnswered]));
    }

    [Fact]
    public async Task Who_was_invited_twice_this_month_or_to_this_event_is_left_out()
    {
        await People(Willing);
        foreach (var to in new[] { Cooking, Sport })
        {
            var id = await Begun(Plan() with { Event = to });
            await One.Feed.Next(10, Now, Stop);
            await One.Turns(Now, turn => Ask(turn, []));
            Assert.Equal(Exclusion.AlreadyInvited, Assert.Single((await One.Broadcasts.Count(Query(Plan() with { Event = to }), Stop)).LeftOut).Key);
            Assert.Equal(1, (await One.Feed.Tally(id, Now, Stop)).All);
        }

        var third = Query(Plan() with { Event = new SessionId(99) });
        Assert.Equal(Exclusion.AskedTooRecently, Assert.Single((await One.Broadcasts.Count(third, Stop)).LeftOut).Key);
        Assert.Equal(1, (await One.Broadcasts.Count(third with { Now = Now + InvitationRules.Month + Duration.FromHours(1) }, Stop)).Recipients);
    }

    [Theory]
    [InlineData("all", 4)]
    [InlineData("language", 1)]
    [InlineData("interest", 1)]
    [InlineData("stage", 1)]
    [InlineData("age", 1)]
    [InlineData("source", 1)]
    [InlineData("heard", 3)]
    [InlineData("quiet", 1)]
    [InlineData("elsewhere", 1)]
    public async Task An_audience_is_chosen_by(string what, int expected)
    {
        await People(Willing);
        Now += Duration.FromDays(10);
        await People(Willing with { Language = new Language("ti"), Interests = [Interest.Music, Interest.Sport] }, Willing with { Counted = Counted.Attended, Age = AgeGroup.Over29 }, Willing with { Source = EntrySource.Friend });
        await People(Willing with { Site = new SiteId("ter-apel") }, Willing with { Site = null });
        var audience = what switch
        {
            "language" => Everybody with { Languages = [new Language("ti"), new Language("ar")] },
            "interest" => Everybody with { Interests = [Interest.Sport] },
            "stage" => Everybody with { Stages = [FunnelStage.Attended] },
            "age" => Everybody with { Ages = [AgeGroup.Over29] },
            "source" => Everybody with { Sources = [EntrySource.Friend] },
            "heard" => Everybody with { HeardWithinDays = 7 },
            "quiet" => Everybody with { QuietForDays = 7 },
            "elsewhere" => Everybody with { Sites = [new SiteId("ter-apel")] },
            _ => Everybody,
        };
        Assert.Equal(expected, (await One.Broadcasts.Count(Query(Plan() with { Audience = audience }), Stop)).Recipients);
    }

    [Fact]
    public async Task An_opt_out_at_the_provider_ends_invitations_too()
    {
        var youth = Assert.Single(await People(Willing));
        await Begun(Plan());
        await One.Feed.Next(10, Now, Stop);
        await One.Turns(Now, turn => Ask(turn, []));
        var message = Assert.Single(await One.Outbox.Claim("node0", 10, Now, Stop));
        await One.Outbox.Mark([new SendMark.OptedOut(message.Id, "131050")], Now, Stop);

        Assert.Equal(Exclusion.Stopped, Assert.Single((await One.Broadcasts.Count(Query(Plan()), Stop)).LeftOut).Key);
        await One.Inbox.Accept([new Addressed(youth, NextKey(), new Inbound.CoachWrote("Sanne", "dag"), Now)], Stop);
        Conversation? after = null;
        await One.Turns(Now, turn =>
        {
            after = turn.Conversation;
            return Samples.Nothing(turn);
        });
        Assert.Equal((true, Consent.Declined), (after!.Stopped, after.Invitations));
        Assert.Equal(["Provider"], await One.Database.List(new Statement("select way from consent order by id"), row => row.Text(0), Stop));
    }

    [Fact]
    public async Task Consent_is_kept_for_each_purpose_and_goes_with_the_youth()
    {
        var youth = Assert.Single(await People(Willing));
        await Do(youth, new Effect.RecordConsent(Purpose.Appointments, true, "2026-11 nl", ConsentWay.Chat), new Effect.RecordConsent(Purpose.Invitations, false, "", ConsentWay.Words));
        var read = new Statement("select purpose, given, wording, way, at from consent order by id");
        Assert.Equal(
            [("Appointments", true, "2026-11 nl", "Chat", Now), ("Invitations", false, "", "Words", Now)],
            await One.Database.List(read, row => (row.Text(0), row.Flag(1), row.Text(2), row.Text(3), row.Time(4)), Stop));
        await Do(youth, new Effect.EraseYouth());
        Assert.Empty(await One.Database.List(read, row => row.Text(0), Stop));
    }

    [Fact]
    public async Task An_answer_is_counted_with_the_invitation()
    {
        var youth = Assert.Single(await People(Willing));
        var id = await Begun(Plan());
        await One.Feed.Next(10, Now, Stop);
        await One.Turns(Now, turn => Ask(turn, []));
        await Do(youth, new Effect.NoteInvitation(id, new InvitationOutcome.Answered()));
        Assert.Equal(1, (await One.Feed.Tally(id, Now, Stop)).Answered);
    }

    static Audience Everybody => new() { Sites = [Deventer] };

    static BroadcastPlan Plan() => new() { Event = Cooking, Site = Deventer, Audience = Everybody };

    AudienceQuery Query(BroadcastPlan plan) => new(plan.Audience, plan.Event, MinorsWelcome: false, MostAMonth: 2, Now);

    static IComparer<YouthId> By => Comparer<YouthId>.Create((a, b) => a.Value.CompareTo(b.Value));

    static (int Queued, int Sent) Of(Tally tally) => (tally.Queued, tally.Sent);

    async Task<BroadcastId> Begun(BroadcastPlan plan)
    {
        var id = await One.Broadcasts.Plan(plan, Ans, Now, Stop);
        Assert.True(await One.Broadcasts.Do(id, BroadcastAct.Send, Ans, Now, Stop));
        Assert.NotNull(await One.Broadcasts.Begin(id, Query(plan), Stop));
        return id;
    }

    /// <summary>New youths in these states.</summary>
    async Task<IReadOnlyList<YouthId>> People(params Conversation[] states)
    {
        var youths = new List<YouthId>();
        await One.Inbox.Accept([.. states.Select(_ => Message($"+3162{NextKey()[3..].PadLeft(7, '0')}", "hallo"))], Stop);
        await One.Turns(Now, turn =>
        {
            youths.Add(turn.Youth);
            return new DecidedTurn(turn, new Decision(states[youths.Count - 1], []), null);
        });
        return youths;
    }

    static Effect.NoteInvitation Note(ClaimedTurn turn, InvitationOutcome outcome) => new(((Inbound.Invited)turn.Inbound).Broadcast, outcome);

    static DecidedTurn Ask(ClaimedTurn turn, List<YouthId> asked)
    {
        asked.Add(turn.Youth);
        var invited = (Inbound.Invited)turn.Inbound;
        var next = turn.Conversation with { Invited = [.. turn.Conversation.Invited, new Workflow.Conversations.Invitation(invited.Broadcast, invited.Event, turn.Facts.Now)] };
        return new DecidedTurn(
            turn, new Decision(next, [Note(turn, new InvitationOutcome.Asked()), Samples.Say("events.invitation", Lane.Invitation)]), new Workflow.Content.Written("Kom je?", []));
    }

    static StaffMember Member(long id, string name) => new()
    {
        Id = new StaffId(id),
        Name = name,
        Role = StaffRole.BalieWorker,
        Sites = [Deventer],
        Speaks = [],
        Hours = WorkingHours.None,
        LoadCap = 5,
    };
}
