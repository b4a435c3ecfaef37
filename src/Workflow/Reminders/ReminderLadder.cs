using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Workflow.Reminders;

/// <summary>
/// Which reminders an appointment gets, and when: 3 days before at the same time of day, the evening before at 18:00, and 2 hours before
/// (needs.md 7: several touches beat one). Wall-clock rules of the site, stored as instants, so that daylight saving is right.
/// </summary>
public static class ReminderLadder
{
    /// <summary>A rung that would come sooner than this after the booking says nothing new and is skipped.</summary>
    public static readonly Duration NotSoonerThan = Duration.FromHours(2);

    static readonly LocalTime Evening = new(18, 0);
    static readonly Duration LastRung = Duration.FromHours(2);
    static readonly Duration RiskAt = Duration.FromHours(3);

    /// <summary>The timers of a booking at a version: its rungs, and the look at three hours before whether the evening reminder was answered.</summary>
    public static IReadOnlyList<Timer> ForBooking(TrialSession session, DateTimeZone zone, Instant bookedAt, int version)
    {
        var setFor = new SetFor.ForBooking(session.Id, version);
        var rungs = Rungs(session.Starts, zone, bookedAt).Select(r => new Timer(KindOf(r.Rung), r.Due, setFor)).ToList();
        // Nobody calls a hundred guests one by one.
        if (session.Event is null && rungs.Any(t => t.Kind is TimerKind.ReminderEvening)) rungs.Add(new Timer(TimerKind.RiskCheck, session.Starts - RiskAt, setFor));
        return rungs;
    }

    /// <summary>The timers of the first day of the programme itself: the same ladder, and the day itself.</summary>
    public static IReadOnlyList<Timer> ForStart(Instant starts, DateTimeZone zone, Instant setAt, int version)
    {
        var setFor = new SetFor.ForStart(version);
        return [.. Rungs(starts, zone, setAt).Select(r => new Timer(StartKindOf(r.Rung), r.Due, setFor)), new Timer(TimerKind.StartDay, starts, setFor)];
    }

    /// <summary>
    /// From when on a reminder that still waits says what is no longer so (“tomorrow” on the day itself), or helps nobody; null where it stays true.
    /// Who taps later is shown the appointment instead.
    /// </summary>
    public static Instant? UntrueFrom(TimerKind kind, Instant starts, DateTimeZone zone)
    {
        var day = starts.InZone(zone).Date;
        return kind switch
        {
            TimerKind.ReminderThreeDays or TimerKind.StartThreeDays => zone.AtStartOfDay(day.PlusDays(-2)).ToInstant(),
            TimerKind.ReminderEvening or TimerKind.StartEvening => zone.AtStartOfDay(day).ToInstant(),
            TimerKind.AfterSession => null,
            _ => starts,
        };
    }

    static IEnumerable<(Rung Rung, Instant Due)> Rungs(Instant starts, DateTimeZone zone, Instant bookedAt)
    {
        var local = starts.InZone(zone).LocalDateTime;
        var threeDays = QuietHours.After(Zoned(local.PlusDays(-3), zone), zone);
        if (threeDays - bookedAt >= NotSoonerThan) yield return (Rung.ThreeDays, threeDays);
        var evening = Zoned(local.Date.PlusDays(-1).At(Evening), zone);
        if (evening - bookedAt >= NotSoonerThan) yield return (Rung.Evening, evening);

        // The last rung may fall in quiet hours: better woken at seven than a seat lost at nine.
        var last = starts - LastRung;
        if (last > bookedAt) yield return (Rung.TwoHours, last);
    }

    static Instant Zoned(LocalDateTime local, DateTimeZone zone) => local.InZoneLeniently(zone).ToInstant();

    static TimerKind KindOf(Rung rung) => rung switch
    {
        Rung.ThreeDays => TimerKind.ReminderThreeDays,
        Rung.Evening => TimerKind.ReminderEvening,
        _ => TimerKind.ReminderTwoHours,
    };

    static TimerKind StartKindOf(Rung rung) => rung switch
    {
        Rung.ThreeDays => TimerKind.StartThreeDays,
        Rung.Evening => TimerKind.StartEvening,
        _ => TimerKind.StartTwoHours,
    };

    enum Rung
    {
        ThreeDays,
        Evening,
        TwoHours,
    }
}
