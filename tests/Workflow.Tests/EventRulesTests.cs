using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

public sealed class EventRulesTests
{
    [Theory]
    [InlineData("2026-03-12 14:00", "2026-03-12 18:30")]
    [InlineData("2026-03-12 16:00", "2026-03-12 19:00")]
    [InlineData("2026-03-12 17:30", "2026-03-12 20:30")]
    [InlineData("2026-03-12 18:30", "2026-03-13 08:30")]
    public void The_follow_up_comes_the_same_evening_and_never_at_night(string starts, string due) =>
        Assert.Equal(Fixture.At(due), EventRules.FollowUpAt(KickOff with { Starts = Fixture.At(starts), Ends = Fixture.At(starts) + Duration.FromHours(2) }, Fixture.Amsterdam));

    [Theory]
    [InlineData(EventKind.KickOff, true)]
    [InlineData(EventKind.Information, true)]
    [InlineData(EventKind.OpenDay, true)]
    [InlineData(EventKind.Closing, false)]
    public void Nobody_is_asked_to_try_after_a_celebration(EventKind kind, bool asked) => Assert.Equal(asked, EventRules.IsFollowedUp(kind));

    [Fact]
    public void An_event_has_the_ladder_of_an_appointment_without_the_look_for_risk() => Assert.Equal(
        [TimerKind.ReminderThreeDays, TimerKind.ReminderEvening, TimerKind.ReminderTwoHours],
        ReminderLadder.ForBooking(KickOff, Fixture.Amsterdam, Fixture.Morning, 1).Select(t => t.Kind));

    [Fact]
    public void An_event_is_never_offered_as_a_trial()
    {
        var offer = new Offer(Fixture.Sites, Fixture.Projects, Fixture.Sessions, []);
        Assert.Contains(offer.Sessions, s => s.Event is not null);
        Assert.All(SessionChoice.For(offer, Fixture.Sites[0], [], [], Fixture.Morning), s => Assert.Null(s.Session.Event));
    }

    static TrialSession KickOff => Fixture.Sessions.Single(s => s.Id.Value == 11);
}
