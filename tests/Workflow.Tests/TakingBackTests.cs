using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Numbers;
using MdtChatBot.Workflow.Referrals;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

public sealed class TakingBackTests
{
    static readonly SessionId First = new(1);
    static readonly SessionId Second = new(2);
    static readonly Instant Monday = Fixture.At("2026-03-02 12:00");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_an_undo_the_conversation_is_as_if_nobody_had_ticked(bool attended)
    {
        var world = Booked("Hoi! MDT-WORK7");
        var before = world.Conversation;
        world.Happens(new Inbound.AttendanceMarked(First, attended));
        world.Happens(new Inbound.AttendanceMarked(First, false, Undone: true));
        var after = world.Conversation;
        Assert.Equal((before.Counted, before.Missed), (after.Counted, after.Missed));
        Assert.Equal(before.Referrals, after.Referrals);
        Assert.Empty(after.Ticks);
        Assert.Equal(BookingStatus.Booked, world.Booking(First)!.Status);
    }

    [Fact]
    public void The_cause_that_the_youth_gave_is_taken_back_with_the_miss()
    {
        var world = Booked("Hoi! MDT-DEV24EN");
        world.Happens(new Inbound.AttendanceMarked(First, false));
        world.Happens(new Inbound.Message("", "missed:travel"));
        var undone = world.Happens(new Inbound.AttendanceMarked(First, false, Undone: true));
        Assert.Equal(["Missed ", "MissedReason travel"], undone.Effects.OfType<Effect.Uncount>().Select(u => $"{u.Step} {u.Detail}"));
    }

    [Fact]
    public void A_booking_that_was_confirmed_is_confirmed_again_also_after_a_tick_the_other_way()
    {
        var world = Booked("Hoi! MDT-DEV24EN");
        world.ChangeBooking(First, b => b with { Status = BookingStatus.Confirmed });
        world.Happens(new Inbound.AttendanceMarked(First, false));
        world.Happens(new Inbound.AttendanceMarked(First, true));
        world.Happens(new Inbound.AttendanceMarked(First, false, Undone: true));
        Assert.Equal(BookingStatus.Confirmed, world.Booking(First)!.Status);
    }

    [Fact]
    public void A_wrong_tick_does_not_forgive_the_session_that_was_missed_before()
    {
        var world = Booked("Hoi! MDT-DEV24EN");
        world.Happens(new Inbound.AttendanceMarked(First, false));
        world.Happens(new Inbound.WalkedIn(Second));
        Assert.Equal(0, world.Conversation.Missed);
        world.Happens(new Inbound.AttendanceMarked(Second, false, Undone: true));
        Assert.Equal(1, world.Conversation.Missed);
    }

    [Fact]
    public void Who_has_been_to_another_session_stays_attended_and_brought()
    {
        var world = Booked("Hoi! MDT-STAR5");
        world.Happens(new Inbound.AttendanceMarked(First, true));
        world.Happens(new Inbound.WalkedIn(Second));
        var undone = world.Happens(new Inbound.AttendanceMarked(First, false, Undone: true));
        Assert.Equal(CountedStep.Came, Assert.Single(undone.Effects.OfType<Effect.Uncount>()).Step);
        Assert.Equal(ReferralStatus.Attended, Assert.Single(world.Conversation.Referrals).Status);
        Assert.True(world.Conversation.Counted.HasFlag(Counted.Attended));
    }

    [Fact]
    public void It_is_counted_back_where_it_was_counted_also_for_who_has_moved_since()
    {
        var world = Booked("Hoi! MDT-DEV24EN");
        world.Happens(new Inbound.AttendanceMarked(First, true));
        world.Happens(new Inbound.StaffMoved(new SiteId("utrecht"), "Fatima", ""));
        var undone = world.Happens(new Inbound.AttendanceMarked(First, false, Undone: true));
        Assert.All(undone.Effects.OfType<Effect.Uncount>(), one => Assert.Equal(new SiteId("deventer"), one.Where.Site));
    }

    [Fact]
    public void A_referral_that_a_worker_had_ended_is_ended_again_for_the_same_reason()
    {
        var world = Booked("Hoi! MDT-WORK7");
        world.Happens(new Inbound.ReferralClosed("WORK7", ReferralReason.DoesSomethingElse));
        world.Happens(new Inbound.AttendanceMarked(First, true));
        var undone = world.Happens(new Inbound.AttendanceMarked(First, false, Undone: true));
        Assert.Equal(new Effect.MoveReferral("WORK7", ReferralStatus.Declined, ReferralReason.DoesSomethingElse), Assert.Single(undone.Effects.OfType<Effect.MoveReferral>()));
    }

    [Fact]
    public void A_referral_that_went_on_since_stays_where_it_is()
    {
        var world = Booked("Hoi! MDT-WORK7");
        world.Happens(new Inbound.AttendanceMarked(First, true));
        world.Happens(new Inbound.ProgrammeCompleted());
        var undone = world.Happens(new Inbound.AttendanceMarked(First, false, Undone: true));
        Assert.Empty(undone.Effects.OfType<Effect.MoveReferral>());
    }

    [Fact]
    public void Only_who_was_told_something_wrong_hears_that_we_are_sorry()
    {
        var world = Booked("Hoi! MDT-DEV24EN");
        world.Change(First, s => s with { Starts = world.Now - Duration.FromHours(1), Ends = world.Now + Duration.FromHours(1) });
        world.Happens(new Inbound.AttendanceMarked(First, true));
        Assert.Empty(world.Happens(new Inbound.AttendanceMarked(First, false, Undone: true)).Effects.OfType<Effect.Say>());
        world.Change(First, s => s with { Ends = world.Now });
        world.Happens(new Inbound.AttendanceMarked(First, true));
        var sorry = Assert.Single(world.Happens(new Inbound.AttendanceMarked(First, false, Undone: true)).Effects.OfType<Effect.Say>());
        Assert.Equal("feedback.takenBack", sorry.Saying.Parts[0].Text.Key);
    }

    [Fact]
    public void A_tick_that_was_made_before_ticks_were_remembered_can_be_taken_back_as_far_as_it_is_known()
    {
        var world = Booked("Hoi! MDT-DEV24EN");
        world.ChangeBooking(First, b => b with { Status = BookingStatus.NoShow });
        var undone = world.Happens(new Inbound.AttendanceMarked(First, false, Undone: true));
        Assert.Equal([new Effect.UndoAttendance(First), new Effect.RecordJourney(JourneyStep.AttendanceUndone)], undone.Effects);
    }

    // At the first session of the fixture, with its end in the past.
    static World Booked(string hello)
    {
        var world = new World(Monday);
        foreach (var words in new[] { hello, "1" }) world.Happens(new Inbound.Message(words));
        foreach (var id in new[] { First, Second }) world.Change(id, s => s with { Starts = Monday + Duration.FromHours(1), Ends = Monday + Duration.FromHours(2) });
        world.Happens(new Inbound.SeatGiven(First, null, "Fatima"));
        while (world.NextTimer(Monday + Duration.FromHours(3)) is not null) { }
        return world;
    }
}
