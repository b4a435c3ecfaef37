using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Staffing;
using MdtChatBot.Workflow.Templates;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteStandInTests : StandInTests<OnSqlite>;

public sealed class PostgresStandInTests : StandInTests<OnPostgres>;

/// <summary>Messages outside WhatsApp's window that a template announces, and the templates themselves.</summary>
public abstract class StandInTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    const string PickUp = "window.coach";

    [Fact]
    public async Task What_a_stand_in_announced_leaves_once_when_the_youth_taps_it()
    {
        var youth = (await Youths(1))[0];
        var message = Assert.Single(await Do(youth, new Effect.SayWords("Ja, dat kan.")));
        await One.Outbox.Mark([new SendMark.StoodIn(message.Id, PickUp, MessageCategory.Utility)], Now, Stop);

        Assert.Null(await One.Outbox.NextDue(Stop));
        Assert.Equal((Delivery.NeedsTemplate, SentAs.StandIn), await LineOf(youth, message));
        Assert.True(await One.Outbox.HasStoodIn(youth, PickUp, Now - Duration.FromHours(12), Stop));
        Assert.False(await One.Outbox.HasStoodIn(youth, "window.message", Now - Duration.FromHours(12), Stop));
        Assert.False(await One.Outbox.HasStoodIn(youth, PickUp, Now, Stop));

        await Taps();
        var again = Assert.Single(await One.Outbox.Claim("two", 10, Now, Stop));
        Assert.Equal((message.Id, "Hallo!", Now), (again.Id, again.Written.Body, again.LastHeard));
        await One.Outbox.Mark([new SendMark.Sent(message.Id, "SM900")], Now, Stop);
        Assert.Equal((Delivery.Sent, SentAs.StandIn), await LineOf(youth, message));
        await Taps();
        Assert.Empty(await One.Outbox.Claim("two", 10, Now, Stop));
    }

    [Fact]
    public async Task Those_that_wait_leave_in_their_order()
    {
        var youth = (await Youths(1))[0];
        var first = Assert.Single(await Do(youth, new Effect.SayWords("Een")));
        await One.Outbox.Mark([new SendMark.StoodIn(first.Id, PickUp, MessageCategory.Utility)], Now, Stop);
        var second = Assert.Single(await Do(youth, new Effect.SayWords("Twee")));
        await One.Outbox.Mark([new SendMark.NeedsTemplate(second.Id)], Now, Stop);
        await Taps();
        Assert.Equal(first.Id, Assert.Single(await One.Outbox.Claim("two", 10, Now, Stop)).Id);
        await One.Outbox.Mark([new SendMark.Sent(first.Id, "SM900")], Now, Stop);
        Assert.Equal(second.Id, Assert.Single(await One.Outbox.Claim("two", 10, Now, Stop)).Id);
    }

    [Fact]
    public async Task A_tap_that_comes_before_the_mark_is_not_lost()
    {
        var youth = (await Youths(1))[0];
        var message = Assert.Single(await Do(youth, new Effect.SayWords("Ja.")));
        await Taps(after: Duration.FromSeconds(1));
        await One.Outbox.Mark([new SendMark.StoodIn(message.Id, PickUp, MessageCategory.Utility)], Now + Duration.FromSeconds(2), Stop);
        Assert.Equal(message.Id, Assert.Single(await One.Outbox.Claim("two", 10, Now + Duration.FromSeconds(2), Stop)).Id);
    }

    [Fact]
    public async Task A_turn_knows_whether_something_worth_saying_waits()
    {
        var youth = (await Youths(1))[0];
        Assert.Equal([false], await Waiting());
        var message = Assert.Single(await Do(youth, new Effect.SayWords("Ja.")));
        await One.Outbox.Mark([new SendMark.NeedsTemplate(message.Id)], Now, Stop);
        Assert.Equal([true], await Waiting());
    }

    [Fact]
    public async Task Stop_drops_what_waits_for_the_window()
    {
        var youth = (await Youths(1))[0];
        var message = Assert.Single(await Do(youth, new Effect.SayWords("Ja.")));
        await One.Outbox.Mark([new SendMark.StoodIn(message.Id, PickUp, MessageCategory.Utility)], Now, Stop);
        await Taps(stops: true);
        await Taps();
        Assert.Empty(await One.Outbox.Claim("two", 10, Now, Stop));
    }

    [Fact]
    public async Task A_stand_in_that_did_not_arrive_is_seen_and_the_message_waits_on()
    {
        var youth = (await Youths(1))[0];
        var message = Assert.Single(await Do(youth, new Effect.SayWords("Ja.")));
        await One.Outbox.Mark([new SendMark.StoodIn(message.Id, PickUp, MessageCategory.Utility)], Now, Stop);
        await One.Outbox.NoteStandIns([new DeliveryStatus(message.Id, "SM1", Delivery.Failed, "63024")], Now, Stop);
        Assert.Equal([(Delivery.NeedsTemplate, "63024", 1)], await One.Lists.Undelivered(Stop));
        await Taps();
        Assert.Single(await One.Outbox.Claim("two", 10, Now, Stop));
    }

    [Fact]
    public async Task An_answer_that_was_not_fetched_is_back_on_the_coachs_list_until_the_youth_writes()
    {
        var youth = (await Youths(1))[0];
        var fatima = new StaffId(1);
        await Do(youth, new Effect.OpenHandoff(HandoffReason.AskedForPerson, Urgency.Normal), new Effect.TakeHandoff("Fatima", fatima, 1), new Effect.AnswerHandoff());
        Assert.Equal((false, null), await OnList());
        await Do(youth, new Effect.AnswerUnread());
        Assert.Equal((true, Now), await OnList());
        await Taps();
        Assert.False((await OnList()).Unread);
    }

    [Fact]
    public async Task Of_several_wordings_of_a_template_the_newest_approved_is_used()
    {
        var store = new TemplateStore(One.Database);
        await store.Save([State("old", TemplateStatus.Approved, Now), State("new", TemplateStatus.Submitted, Now + Duration.FromHours(1))], Stop);
        Assert.Equal("HXold", (await store.Approved(Stop)).Find("reminder.oneDay", "nl")!.Sid);
        await store.Save([State("new", TemplateStatus.Approved, Now + Duration.FromHours(2))], Stop);
        Assert.Equal("HXnew", (await store.Approved(Stop)).Find("reminder.oneDay", "nl")!.Sid);
        await store.Save([State("new", TemplateStatus.Paused, Now + Duration.FromHours(3))], Stop);
        var approved = (await store.Approved(Stop)).Find("reminder.oneDay", "nl")!;
        Assert.Equal(("HXold", TemplateCategory.Utility), (approved.Sid, approved.Category));
        Assert.Equal(["firstName", "choice.1.id"], approved.Variables);
        Assert.Equal(["Ja", "Nee"], approved.Buttons);
    }

    static TemplateState State(string hash, TemplateStatus status, Instant at) => new()
    {
        Key = "reminder.oneDay",
        Language = Language.Dutch,
        Hash = hash,
        Name = "mdt_" + hash,
        Sid = "HX" + hash,
        Status = status,
        Category = TemplateCategory.Utility,
        Variables = ["firstName", "choice.1.id"],
        Buttons = ["Ja", "Nee"],
        At = at,
    };

    async Task Taps(bool stops = false, Duration after = default)
    {
        await One.Inbox.Accept([new Arrived { Channel = "twilio", Address = "whatsapp:+31610000000", ProviderId = NextKey(), Inbound = new Inbound.Message("Lees", "window:open"), At = Now + after }], Stop);
        await One.Turns(Now + after, turn => Samples.Decide(turn with { Conversation = turn.Conversation with { Stopped = stops } }));
    }

    async Task<IReadOnlyList<bool>> Waiting()
    {
        var seen = new List<bool>();
        await One.Inbox.Accept([new Arrived { Channel = "twilio", Address = "whatsapp:+31610000000", ProviderId = NextKey(), Inbound = new Inbound.Message("Lees"), At = Now }], Stop);
        await One.Turns(Now, turn =>
        {
            seen.Add(turn.Facts.HasWaiting);
            return Samples.Nothing(turn);
        });
        return seen;
    }

    async Task<(Delivery, SentAs?)> LineOf(YouthId youth, OutboxMessage message)
    {
        var line = (await new YouthFiles(One.Database).Open(youth, long.MaxValue, Now, Stop))!.Lines.Single(l => l.Id == message.Id);
        return (line.Delivery, line.As);
    }

    async Task<(bool Unread, Instant? Since)> OnList()
    {
        var viewer = new StaffMember { Id = new StaffId(1), Name = "Fatima", Role = StaffRole.Coach, Sites = [new SiteId("deventer")], Speaks = [], Hours = WorkingHours.None, LoadCap = 5 };
        var row = Assert.Single((await new HandoffLists(One.Database).Of(viewer, Now, Stop)).Mine);
        return (row.Unread, row.WaitsSince);
    }
}
