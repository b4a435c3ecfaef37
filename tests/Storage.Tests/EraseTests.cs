using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteEraseTests : EraseTests<OnSqlite>;

public sealed class PostgresEraseTests : EraseTests<OnPostgres>;

public abstract class EraseTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    const string Number = "+31688888888";

    [Fact]
    public async Task Erasing_leaves_no_trace_frees_the_seat_and_still_says_goodbye()
    {
        var others = await Youths(2);
        var youth = await LivedIn();
        await Do(others[0], new Effect.BookSeat(Sport));
        await Do(others[1], new Effect.JoinWaitingList(Sport));
        Assert.NotEmpty(await Traces());

        await One.Inbox.Accept([Message(Number, "wis mijn gegevens"), Message(Number, "Zulaikha zegt dag")], Stop);
        var offered = new List<Inbound>();
        var sent = await One.Turns(Now, turn =>
        {
            if (turn.Youth == youth) return Samples.Decide(turn, new Effect.EraseYouth(), Samples.Say("delete.done"));
            offered.Add(turn.Inbound);
            return Samples.Nothing(turn);
        });

        var goodbye = Assert.Single(sent);
        Assert.Equal($"whatsapp:{Number}", goodbye.Address);
        Assert.Equal([new Inbound.SeatOffered(Sport)], offered);
        await One.Outbox.Mark([new SendMark.Sent(goodbye.Id, "SM-goodbye")], Now, Stop);
        await One.Outbox.Apply([new DeliveryStatus(goodbye.Id, "SM-goodbye", Delivery.Read, "")], Now, Stop);
        Assert.Empty(await Traces());
        Assert.Null(await One.Lists.FindYouth("twilio", $"whatsapp:{Number}", Stop));
        Assert.Equal([BookingStatus.Booked, BookingStatus.Offered], (await One.Lists.Seats(Sport, Stop)).Select(s => s.Status));
    }

    [Fact]
    public async Task Who_writes_again_after_erasing_is_new()
    {
        var youth = await LivedIn();
        await Do(youth, new Effect.EraseYouth());

        await One.Inbox.Accept([Message(Number, "hallo")], Stop);

        await using var batch = await One.Store.Claim(10, Now, Stop);
        var turn = Assert.Single(batch!.Turns);
        Assert.NotEqual(youth, turn.Youth);
        Assert.Equal("", turn.Conversation.FirstName);
    }

    async Task<YouthId> LivedIn()
    {
        var name = new Conversation { FirstName = "Zulaikha", Language = Language.Dutch };
        Effect[] all =
        [
            new Effect.BookSeat(Sport), new Effect.RecordJourney(JourneyStep.Feedback, "Zulaikha"), new Effect.OpenHandoff(HandoffReason.TravelHelp, Urgency.Normal),
            new Effect.SetTimer(new Workflow.Reminders.Timer(TimerKind.AskAgain, Now + Duration.FromDays(1), new SetFor.ForAsk(1))), Samples.Say("hello.zulaikha"),
            new Effect.HandOver(null, new SiteId("deventer"), "Zulaikha houdt van koken", "Sanne"),
            new Effect.CreateEntryCode(new EntryCode("STAR1", null, null, null) { Kind = EntryCodeKind.Ambassador, OwnerName = "Zulaikha" }),
            new Effect.AcceptReferral("NOOR1", ReferralStatus.Seen),
        ];
        await One.Inbox.Accept([Message(Number, "ik ben Zulaikha") with { AlsoAddress = "whatsapp:NL.zulaikha" }], Stop);
        YouthId youth = default;
        var sent = await One.Turns(Now, turn =>
        {
            youth = turn.Youth;
            return new DecidedTurn(turn, new Decision(name, all), new Workflow.Content.Written("Dag Zulaikha", []));
        });
        await One.Outbox.Mark([new SendMark.Sent(Assert.Single(sent).Id, "SM-zulaikha")], Now, Stop);
        await One.Inbox.Accept([Message(Number, "") with { Inbound = new Inbound.Media(MediaKind.Voice, new Recording("https://api.twilio.com/2010-04-01/1", "audio/ogg")) }], Stop);
        await One.Turns(Now, Samples.Nothing);
        await Do(youth, Samples.Say("hello.zulaikha"));
        return youth;
    }

    // Every text column of every table is searched for the number, the name and what was said.
    async Task<IReadOnlyList<string>> Traces()
    {
        var columns = await Schema.TextColumns(One.Database);
        var found = new List<string>();
        foreach (var (table, column) in columns)
        {
            var search = new Statement($"select count(*) from {table} where lower({column}) like '%zulaikha%' or {column} like '%688888888%' or {column} like '%goodbye%'");
            if ((await One.Database.List(search, row => row.Number(0), Stop)).Single() > 0) found.Add($"{table}.{column}");
        }
        return found;
    }
}
