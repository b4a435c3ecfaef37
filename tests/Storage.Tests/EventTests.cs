using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteEventTests : EventTests<OnSqlite>;

public sealed class PostgresEventTests : EventTests<OnPostgres>;

public abstract class EventTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    [Fact]
    public async Task An_event_is_kept_with_all_that_makes_it_one_and_stands_apart_from_trials()
    {
        var id = await Plan(30);
        var offer = await Another().Programme.Current(Now, Stop);
        var read = offer.Session(id)!;
        Assert.Null(read.Project);
        Assert.Equal((EventKind.KickOff, 3, true, false), (read.Event!.Kind, read.Event.GuestsAllowed, read.Event.TravelHelp, read.Event.MinorsWelcome));
        Assert.Equal("Start!", read.Event.Title.In(Language.Dutch));
        Assert.DoesNotContain(offer.Trials, s => s.Id == id);
        Assert.Equal(id, Assert.Single(await One.Sessions.Events([new SiteId("deventer")], Now, Now + Duration.FromDays(30), Stop)).Session.Id);
        Assert.DoesNotContain(await One.Sessions.Of([new SiteId("deventer")], Now, Now + Duration.FromDays(30), Stop), s => s.Session.Id == id);
    }

    [Fact]
    public async Task Guests_need_seats_and_what_they_leave_goes_to_the_line_one_by_one()
    {
        var id = await Plan(4);
        var youths = await Youths(4);
        await Do(youths[0], new Effect.BookSeat(id, 2));
        Assert.Equal(3, await Taken(id));
        await Do(youths[1], new Effect.BookSeat(id));
        await Do(youths[2], new Effect.JoinWaitingList(id));
        Now += Duration.FromMinutes(1);
        await Do(youths[3], new Effect.JoinWaitingList(id));

        Assert.Equal([(youths[2], new Inbound.SeatOffered(id))], await DoAndSee(youths[0], new Effect.BringGuests(id, 1)));
        Assert.Equal(4, await Taken(id));
        Assert.Equal([(youths[3], new Inbound.SeatOffered(id))], await DoAndSee(youths[0], new Effect.CancelBooking(id, CancelReason.ByYouth)));
        Assert.Equal(3, await Taken(id));
        await Do(youths[2], new Effect.BookSeat(id, 1));
        Assert.Equal(4, await Taken(id));
    }

    [Fact]
    public async Task Seats_with_guests_are_never_oversold_when_two_nodes_race()
    {
        var id = await Plan(30);
        var two = Another();
        await One.Inbox.Accept([.. Enumerable.Range(0, 40).Select(i => Message($"+3161{i:D7}", "book"))], Stop);
        await Task.WhenAll(Task.Run(() => One.Turns(Now, turn => BringOneOrWait(turn, id), max: 7)), Task.Run(() => two.Turns(Now, turn => BringOneOrWait(turn, id), max: 5)));
        var planned = (await One.Sessions.Find(id, Stop))!;
        Assert.Equal((15, 15, 25, 30), (planned.In(BookingStatus.Booked), planned.Guests, planned.Waiting, planned.Session.Taken));
    }

    static DecidedTurn BringOneOrWait(ClaimedTurn turn, SessionId id) =>
        Samples.Decide(turn, turn.Facts.Offer.Session(id)!.SeatsLeft > 1 ? new Effect.BookSeat(id, 1) : new Effect.JoinWaitingList(id));

    [Fact]
    public async Task More_guests_than_seats_lose_and_are_decided_again()
    {
        var id = await Plan(2);
        var youth = (await Youths(1))[0];
        await One.Inbox.Accept([new Addressed(youth, "a", new Inbound.HandoffTaken("x"), Now)], Stop);
        await using var batch = await One.Store.Claim(10, Now, Stop);
        var decided = batch!.Turns.Select(t => Samples.Decide(t, new Effect.BookSeat(id, 2))).ToList();
        Assert.Equal(2, Assert.Single(await batch.TakeSeats(decided, Stop)).Facts.Offer.Session(id)!.SeatsLeft);
    }

    [Fact]
    public async Task An_answer_is_kept_and_frees_what_was_held()
    {
        var id = await Plan(5);
        var youths = await Youths(3);
        await Do(youths[0], new Effect.KeepAnswer(id, BookingStatus.Declined));
        await Do(youths[1], new Effect.BookSeat(id, 1));
        await Do(youths[1], new Effect.KeepAnswer(id, BookingStatus.NotNow));
        await Do(youths[2], new Effect.BookSeat(id, 2));
        Assert.Equal(3, await Taken(id));

        var planned = (await One.Sessions.Find(id, Stop))!;
        Assert.Equal((1, 1, 1, 2), (planned.In(BookingStatus.Declined), planned.In(BookingStatus.NotNow), planned.In(BookingStatus.Booked), planned.Guests));
        Assert.Equal((youths[2], 2), (await One.Sessions.Present(id, Stop)).Select(y => (y.Youth, y.Guests)).Single());
        await Do(youths[0], new Effect.BookSeat(id));
        Assert.Equal(4, await Taken(id));
    }

    [Fact]
    public async Task The_code_of_an_event_is_its_own_and_stands_on_the_list_of_codes()
    {
        var id = await Plan(5);
        var session = (await One.Sessions.Find(id, Stop))!.Session;
        Assert.Equal("KICK1", await One.Doors.Of(session, null, "KICK1", "Kick-off", Stop));
        Assert.Equal("KICK1", await One.Doors.Of(session, null, "KICK2", "Kick-off", Stop));
        var line = Assert.Single(await One.Codes.At([session.Site], Stop), c => c.Code.Code == "KICK1");
        Assert.Equal((EntryCodeKind.Event, "Kick-off"), (line.Code.Kind, line.Label));
    }

    [Fact]
    public async Task Who_came_without_a_telephone_is_a_first_name_until_it_is_forgotten()
    {
        var id = await Plan(5);
        await One.Sessions.AddWalkIn(id, "Selam", Now, Stop);
        await One.Sessions.AddWalkIn(id, "Yonas", Now + Duration.FromDays(1), Stop);
        Assert.Equal(["Selam", "Yonas"], (await One.Sessions.WalkIns(id, Stop)).Select(w => w.FirstName));
        await new Retention(One.Database).ForgetWalkIns(Now + Duration.FromHours(1), Stop);
        var left = Assert.Single(await One.Sessions.WalkIns(id, Stop));
        await One.Sessions.RemoveWalkIn(new SessionId(id.Value + 1), left.Id, Stop);
        Assert.Single(await One.Sessions.WalkIns(id, Stop));
        await One.Sessions.RemoveWalkIn(id, left.Id, Stop);
        Assert.Empty(await One.Sessions.WalkIns(id, Stop));
    }

    async Task<SessionId> Plan(int seats)
    {
        var happening = Samples.Session(0, "samen-koken", Now + Duration.FromDays(5), seats) with
        {
            Project = null,
            Event = new Event(EventKind.KickOff) { Title = LocalText.Same("Start!"), GuestsAllowed = 3, TravelHelp = true, MinorsWelcome = false },
        };
        return (await One.Sessions.Add([happening], "", [], Stop))[0];
    }
}
