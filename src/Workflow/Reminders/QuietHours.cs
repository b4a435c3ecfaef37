using NodaTime;

namespace MdtChatBot.Workflow.Reminders;

/// <summary>No message that a youth did not ask for is sent between 21:00 and 08:30 site time (issue 2, section 3).</summary>
public static class QuietHours
{
    static readonly LocalTime From = new(21, 0);
    static readonly LocalTime Until = new(8, 30);

    /// <summary>The same instant, or 08:30 of the morning after the night it falls in.</summary>
    public static Instant After(Instant due, DateTimeZone zone)
    {
        var local = due.InZone(zone).LocalDateTime;
        if (local.TimeOfDay < Until) return At(local.Date, zone);
        return local.TimeOfDay >= From ? At(local.Date.PlusDays(1), zone) : due;
    }

    /// <summary>When the next night begins, seen from an instant by day.</summary>
    public static Instant NextNight(Instant day, DateTimeZone zone) => day.InZone(zone).Date.At(From).InZoneLeniently(zone).ToInstant();

    static Instant At(LocalDate date, DateTimeZone zone) => date.At(Until).InZoneLeniently(zone).ToInstant();
}
