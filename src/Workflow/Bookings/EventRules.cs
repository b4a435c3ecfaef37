using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Workflow.Bookings;

/// <summary>What holds for events and not for trials.</summary>
public static class EventRules
{
    static readonly LocalTime Evening = new(18, 30);
    static readonly Duration Home = Duration.FromHours(1);

    /// <summary>Who came to hear about it is asked whether they want to try; a celebration is the end of something.</summary>
    public static bool IsFollowedUp(EventKind kind) => kind is not EventKind.Closing;

    /// <summary>The same evening at half past six, an hour after the end at the soonest; the next morning where that would be at night.</summary>
    public static Instant FollowUpAt(TrialSession session, DateTimeZone zone)
    {
        var evening = session.Ends.InZone(zone).Date.At(Evening).InZoneLeniently(zone).ToInstant();
        return QuietHours.After(Instant.Max(evening, session.Ends + Home), zone);
    }
}
