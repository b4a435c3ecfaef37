using MdtChatBot.Workflow.Content;
using NodaTime;

namespace MdtChatBot.Workflow.Handoffs;

/// <summary>When a youth may expect an answer, said so that it is true: by when, or from when where nobody works now.</summary>
public static class AnswerTime
{
    static readonly Duration Step = Duration.FromMinutes(30);

    public static Text Text(Assignment asked, Instant now, DateTimeZone zone) => asked switch
    {
        { AtWork: null } => "handoff.whenUnknown",
        { AtWork: { } from } when from > now => At("closed", from, now, zone),
        { PickUpBy: { } by } => At("when", RoundUp(by), now, zone),
        _ => "handoff.whenUnknown",
    };

    static Text At(string kind, Instant at, Instant now, DateTimeZone zone)
    {
        var (local, today) = (at.InZone(zone).LocalDateTime, now.InZone(zone).Date);
        var time = Arg.Of(local.TimeOfDay);
        return Period.DaysBetween(today, local.Date) switch
        {
            0 => Content.Text.Of($"handoff.{kind}Today", ("time", time)),
            1 => Content.Text.Of($"handoff.{kind}Tomorrow", ("time", time)),
            // “On Monday” is clear for less than a week.
            < 7 => Content.Text.Of($"handoff.{kind}Day", ("day", new Arg.Day(local.Date, DayForm.Weekday)), ("time", time)),
            _ => Content.Text.Of($"handoff.{kind}Day", ("day", new Arg.Day(local.Date, DayForm.WeekdayDayMonth)), ("time", time)),
        };
    }

    // Nobody says “before 14:07”.
    static Instant RoundUp(Instant at)
    {
        var over = at.ToUnixTimeTicks() % Step.BclCompatibleTicks;
        return over == 0 ? at : Instant.FromUnixTimeTicks(at.ToUnixTimeTicks() - over) + Step;
    }
}
