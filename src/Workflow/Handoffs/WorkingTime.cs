using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Workflow.Handoffs;

/// <summary>Reckons with somebody's working hours: wall-clock times of the site, so that daylight saving is right.</summary>
public static class WorkingTime
{
    // A week without hours, and who works by appointment: no further than this is looked.
    const int DaysAhead = 60;

    /// <summary>Now if at work, else the next moment at which work begins; null where no hours are known.</summary>
    public static Instant? NextOpen(StaffMember staff, Instant now, DateTimeZone zone) =>
        Spans(staff, now, zone).Select(s => (Instant?)s.Start).FirstOrDefault();

    /// <summary>The moment at which so many working hours have passed; null where no hours are known.</summary>
    public static Instant? After(StaffMember staff, Instant now, Duration work, DateTimeZone zone)
    {
        var left = work;
        foreach (var span in Spans(staff, now, zone))
        {
            if (span.Duration >= left) return span.Start + left;
            left -= span.Duration;
        }

        return null;
    }

    // Stretches of work from now on, the one under way cut short.
    static IEnumerable<Interval> Spans(StaffMember staff, Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).Date;
        for (var ahead = 0; ahead < DaysAhead; ahead++)
        {
            var date = today.PlusDays(ahead);
            if (staff.IsAbsentOn(date)) continue;
            foreach (var (from, to) in staff.Hours.On(date.DayOfWeek))
            {
                var start = Instant.Max(now, At(date, from, zone));
                var end = At(date, to, zone);
                if (end > start) yield return new Interval(start, end);
            }
        }
    }

    static Instant At(LocalDate date, LocalTime time, DateTimeZone zone) => date.At(time).InZoneLeniently(zone).ToInstant();
}
