using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Workflow.Bookings;

/// <summary>How a freed seat is offered to the next in line.</summary>
public static class OfferRules
{
    static readonly Duration Longest = Duration.FromHours(12);
    static readonly Duration WorthWaking = Duration.FromHours(6);

    /// <summary>Until when the youth may say yes: 12 hours, or half of the time left when the session is near, so that one more can be asked.</summary>
    public static Instant Deadline(Instant now, Instant starts) => now + Duration.Min(Longest, (starts - now) / 2);

    /// <summary>When to make the offer: now, or at the end of the night when the session is far enough off for that.</summary>
    public static Instant MakeAt(Instant now, Instant starts, DateTimeZone zone)
    {
        var morning = QuietHours.After(now, zone);
        return starts - morning >= WorthWaking ? morning : now;
    }
}
