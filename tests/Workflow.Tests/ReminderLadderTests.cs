using System.Globalization;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

public sealed class ReminderLadderTests
{
    [Theory]
    [InlineData("2026-03-01 10:00", "2026-03-12 14:00", "09 14:00, 11 18:00, 12 12:00", "all three rungs, days ahead")]
    [InlineData("2026-03-10 10:00", "2026-03-12 14:00", "11 18:00, 12 12:00", "three days before is past")]
    [InlineData("2026-03-11 15:59", "2026-03-12 14:00", "11 18:00, 12 12:00", "two hours between booking and evening rung are enough")]
    [InlineData("2026-03-11 16:01", "2026-03-12 14:00", "12 12:00", "the evening rung is closer than two hours to the booking")]
    [InlineData("2026-03-12 11:30", "2026-03-12 14:00", "12 12:00", "booked on the day itself")]
    [InlineData("2026-03-12 12:30", "2026-03-12 14:00", "", "too late for any")]
    [InlineData("2026-03-01 10:00", "2026-03-12 07:30", "09 08:30, 11 18:00, 12 05:30", "three days before waits until 08:30; the last rung may come in the night")]
    [InlineData("2026-03-01 10:00", "2026-03-12 21:30", "10 08:30, 11 18:00, 12 19:30", "three days before falls after 21:00 and comes the next morning")]
    [InlineData("2026-03-24 10:00", "2026-03-29 14:00", "26 14:00, 28 18:00, 29 12:00", "the clocks go forward in the night before")]
    [InlineData("2026-10-20 10:00", "2026-10-25 14:00", "22 14:00, 24 18:00, 25 12:00", "the clocks go back in the night before")]
    [InlineData("2026-03-24 10:00", "2026-03-29 04:00", "26 08:30, 28 18:00, 29 01:00", "two real hours before, across the missing hour")]
    public void A_booking_gets_the_rungs_that_still_say_something(string bookedAt, string starts, string expected, string because)
    {
        var timers = ReminderLadder.ForBooking(Session(starts), Fixture.Amsterdam, Fixture.At(bookedAt), version: 1);
        var reminders = timers.Where(t => t.Kind is not TimerKind.RiskCheck).Select(t => t.Due.InZone(Fixture.Amsterdam).ToString("dd HH:mm", CultureInfo.InvariantCulture));
        Assert.True(expected == string.Join(", ", reminders), because + ": " + string.Join(", ", reminders));
    }

    [Fact]
    public void The_look_at_three_hours_before_comes_only_with_an_evening_reminder()
    {
        var early = ReminderLadder.ForBooking(Session("2026-03-12 14:00"), Fixture.Amsterdam, Fixture.At("2026-03-01 10:00"), 1);
        var late = ReminderLadder.ForBooking(Session("2026-03-12 14:00"), Fixture.Amsterdam, Fixture.At("2026-03-11 20:00"), 1);
        Assert.Equal(Fixture.At("2026-03-12 11:00"), Assert.Single(early, t => t.Kind is TimerKind.RiskCheck).Due);
        Assert.DoesNotContain(late, t => t.Kind is TimerKind.RiskCheck);
    }

    [Fact]
    public void Every_timer_names_the_booking_and_its_version() =>
        Assert.All(ReminderLadder.ForBooking(Session("2026-03-12 14:00"), Fixture.Amsterdam, Fixture.Morning, 7), t => Assert.Equal(new SetFor.ForBooking(new SessionId(1), 7), t.SetFor));

    [Fact]
    public void Times_are_those_of_the_site()
    {
        var bonaire = DateTimeZoneProviders.Tzdb["America/Kralendijk"];
        var starts = new LocalDateTime(2026, 3, 12, 14, 0).InZoneStrictly(bonaire).ToInstant();
        var evening = ReminderLadder.ForStart(starts, bonaire, Fixture.Morning, 1).Single(t => t.Kind is TimerKind.StartEvening);
        Assert.Equal(new LocalDateTime(2026, 3, 11, 18, 0), evening.Due.InZone(bonaire).LocalDateTime);
    }

    [Theory]
    [InlineData("2026-03-03 20:59", "2026-03-03 20:59")]
    [InlineData("2026-03-03 21:00", "2026-03-04 08:30")]
    [InlineData("2026-03-04 00:10", "2026-03-04 08:30")]
    [InlineData("2026-03-04 08:29", "2026-03-04 08:30")]
    [InlineData("2026-03-04 08:30", "2026-03-04 08:30")]
    public void Quiet_hours_last_from_nine_until_half_past_eight(string due, string sent) =>
        Assert.Equal(Fixture.At(sent), QuietHours.After(Fixture.At(due), Fixture.Amsterdam));

    static TrialSession Session(string starts) => Fixture.Sessions[0] with { Starts = Fixture.At(starts), Ends = Fixture.At(starts) + Duration.FromHours(2) };
}
