using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteSeatTests : SeatTests<OnSqlite>;

public sealed class PostgresSeatTests : SeatTests<OnPostgres>;

public abstract class SeatTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    [Fact]
    public async Task Seats_are_never_oversold_when_two_nodes_race()
    {
        var two = Another();
        await One.Inbox.Accept([.. Enumerable.Range(0, 50).Select(i => Message($"+3161{i:D7}", "book"))], Stop);

        await Task.WhenAll(Task.Run(() => One.Turns(Now, BookOrWait, max: 7)), Task.Run(() => two.Turns(Now, BookOrWait, max: 5)));

        var seats = await One.Lists.Seats(Cooking, Stop);
        Assert.Equal(10, seats.Count(s => s.Status == BookingStatus.Booked));
        Assert.Equal(40, seats.Count(s => s.Status == BookingStatus.Waiting));
        Assert.Equal(10, (await Another().Programme.Current(Now, Stop)).Session(Cooking)!.Taken);
    }

    [Fact]
    public async Task A_freed_seat_goes_to_the_next_in_line_and_then_to_the_one_after()
    {
        var youths = await Youths(4);
        foreach (var youth in youths.Take(2)) await Do(youth, new Effect.BookSeat(Sport));
        foreach (var youth in youths.Skip(2))
        {
            Now += Duration.FromMinutes(1);
            await Do(youth, new Effect.JoinWaitingList(Sport));
        }

        var told = await DoAndSee(youths[0], new Effect.CancelBooking(Sport, CancelReason.ByYouth));
        Assert.Equal([(youths[2], new Inbound.SeatOffered(Sport))], told);
        Assert.Equal((BookingStatus.Offered, 2), (await BookingOf(youths[2])));

        told = await DoAndSee(youths[2], new Effect.CancelBooking(Sport, CancelReason.OfferDeclined));
        Assert.Equal([(youths[3], new Inbound.SeatOffered(Sport))], told);

        await Do(youths[3], new Effect.BookSeat(Sport));
        Assert.Equal((BookingStatus.Booked, 3), await BookingOf(youths[3]));
        Assert.Equal(2, await Taken(Sport));

        Assert.Empty(await DoAndSee(youths[3], new Effect.CancelBooking(Sport, CancelReason.ByYouth)));
        Assert.Equal(1, await Taken(Sport));
    }

    [Fact]
    public async Task A_turn_decided_on_an_older_booking_is_lost_and_comes_back_with_the_new_one()
    {
        var youths = await Youths(3);
        await Do(youths[0], new Effect.BookSeat(Sport));
        await Do(youths[1], new Effect.BookSeat(Sport));
        await Do(youths[2], new Effect.JoinWaitingList(Sport));
        await One.Inbox.Accept([new Addressed(youths[0], "a", new Inbound.HandoffTaken("x"), Now), new Addressed(youths[2], "b", new Inbound.HandoffTaken("x"), Now)], Stop);

        await using var batch = await One.Store.Claim(10, Now, Stop);
        var decided = batch!.Turns.Select(t => Samples.Decide(t, new Effect.CancelBooking(Sport, CancelReason.ByYouth))).ToList();

        var lost = Assert.Single(await batch.TakeSeats(decided, Stop));
        Assert.Equal(youths[2], lost.Youth);
        Assert.Equal(BookingStatus.Offered, Assert.Single(lost.Facts.Bookings).Status);
        decided[1] = Samples.Decide(lost, new Effect.BookSeat(Sport));
        Assert.Empty(await batch.TakeSeats(decided, Stop));
        await batch.Commit(decided, [], One.Name, Stop);

        Assert.Equal((BookingStatus.Booked, 3), await BookingOf(youths[2]));
        Assert.Equal((BookingStatus.Cancelled, 2), await BookingOf(youths[0]));
    }

    [Fact]
    public async Task The_loser_of_the_last_seat_sees_the_session_full()
    {
        var youths = await Youths(3);
        await Do(youths[0], new Effect.BookSeat(Sport));
        await One.Inbox.Accept([.. youths.Skip(1).Select(y => new Addressed(y, $"{y.Value}", new Inbound.HandoffTaken("x"), Now))], Stop);

        await using var batch = await One.Store.Claim(10, Now, Stop);
        var decided = batch!.Turns.Select(t => Samples.Decide(t, new Effect.BookSeat(Sport))).ToList();

        var lost = Assert.Single(await batch.TakeSeats(decided, Stop));
        Assert.Equal(0, lost.Facts.Offer.Session(Sport)!.SeatsLeft);
        await Assert.ThrowsAsync<InvalidOperationException>(() => batch.Commit(decided, [], One.Name, Stop));
    }

    [Fact]
    public async Task A_session_that_was_cancelled_meanwhile_cannot_be_booked()
    {
        var youth = (await Youths(1))[0];
        await One.Inbox.Accept([new Addressed(youth, "a", new Inbound.HandoffTaken("x"), Now)], Stop);
        if (!TEngine.IsPostgres) await One.Programme.Cancel(Cooking, Now, Stop);

        await using var batch = await One.Store.Claim(10, Now, Stop);
        if (TEngine.IsPostgres) await Another().Programme.Cancel(Cooking, Now, Stop);
        List<DecidedTurn> decided = [Samples.Decide(batch!.Turns[0], new Effect.BookSeat(Cooking))];

        Assert.True(Assert.Single(await batch.TakeSeats(decided, Stop)).Facts.Offer.Session(Cooking)!.Cancelled);
    }

    [Fact]
    public async Task Moving_a_session_tells_the_seated_and_raises_their_versions()
    {
        var youths = await Youths(3);
        await Do(youths[0], new Effect.BookSeat(Sport));
        await Do(youths[0], new Effect.ConfirmBooking(Sport));
        await Do(youths[1], new Effect.BookSeat(Sport));
        await Do(youths[2], new Effect.JoinWaitingList(Sport));
        var later = Start + Duration.FromDays(4);

        Assert.True(await One.Programme.Move(Sport, later, later + Duration.FromHours(2), Now, Stop));
        Assert.False(await One.Programme.Move(new SessionId(77), later, later, Now, Stop));

        var turns = await Taken();
        Assert.Equal(youths.Take(2), turns.Select(t => t.Youth));
        Assert.All(turns, t => Assert.Equal(new Inbound.SessionMoved(Sport), t.Inbound));
        Assert.All(turns, t => Assert.Equal(later, Assert.Single(t.Facts.Bookings).Session.Starts));
        Assert.Equal((BookingStatus.Booked, 2), await BookingOf(youths[0]));
    }

    [Fact]
    public async Task Cancelling_a_session_tells_the_seated_and_the_waiting_once_and_offers_no_freed_seat()
    {
        var youths = await Youths(3);
        await Do(youths[0], new Effect.BookSeat(Sport));
        await Do(youths[1], new Effect.BookSeat(Sport));
        await Do(youths[2], new Effect.JoinWaitingList(Sport));

        Assert.True(await One.Programme.Cancel(Sport, Now, Stop));
        Assert.False(await One.Programme.Cancel(Sport, Now, Stop));

        var told = new List<(YouthId, Inbound)>();
        await One.Turns(Now, turn =>
        {
            told.Add((turn.Youth, turn.Inbound));
            return Samples.Decide(turn, new Effect.CancelBooking(Sport, CancelReason.SessionCancelled));
        });
        Assert.Equal(youths.Select(y => (y, (Inbound)new Inbound.SessionCancelled(Sport))), told);
        Assert.Equal(0, await Taken(Sport));
        Assert.Empty(await One.Lists.Seats(Sport, Stop));
    }

    [Fact]
    public async Task Confirming_and_risk_do_not_move_the_ground_and_attendance_does()
    {
        var youth = (await Youths(1))[0];
        await Do(youth, new Effect.BookSeat(Cooking));
        await Do(youth, new Effect.MarkAtRisk(Cooking));
        Assert.Equal(youth, Assert.Single(await One.Lists.AtRisk(Stop)).Youth);
        Assert.Equal((BookingStatus.Booked, 1), await BookingOf(youth));

        await Do(youth, new Effect.ConfirmBooking(Cooking));
        Assert.Empty(await One.Lists.AtRisk(Stop));
        Assert.Equal((BookingStatus.Confirmed, 1), await BookingOf(youth));
        Assert.Single(await One.Lists.SeatsOf(youth, Stop));

        await Do(youth, new Effect.RecordAttendance(Cooking, true));
        Assert.Equal((BookingStatus.Attended, 2), await BookingOf(youth));
        Assert.Empty(await One.Lists.SeatsOf(youth, Stop));
    }

    static DecidedTurn BookOrWait(ClaimedTurn turn) =>
        Samples.Decide(turn, turn.Facts.Offer.Session(Cooking)!.SeatsLeft > 0 ? new Effect.BookSeat(Cooking) : new Effect.JoinWaitingList(Cooking));

    async Task<List<ClaimedTurn>> Taken()
    {
        var turns = new List<ClaimedTurn>();
        await One.Turns(Now, turn =>
        {
            turns.Add(turn);
            return Samples.Nothing(turn);
        });
        return turns;
    }

    async Task<(BookingStatus, int)> BookingOf(YouthId youth)
    {
        await One.Inbox.Accept([new Addressed(youth, NextKey(), new Inbound.HandoffTaken("x"), Now)], Stop);
        var booking = Assert.Single((await Taken()).Last(t => t.Youth == youth).Facts.Bookings);
        return (booking.Status, booking.Version);
    }
}
