using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Workflow.Invitations;

/// <summary>How long a round takes: at so many a second, and never at night.</summary>
public static class SendingTime
{
    /// <summary>When the last has left.</summary>
    public static Instant Ends(int recipients, int perSecond, Instant begins, DateTimeZone zone)
    {
        var at = QuietHours.After(begins, zone);
        var left = Duration.FromSeconds((double)recipients / Math.Max(1, perSecond));
        while (at + left is var end && QuietHours.NextNight(at, zone) is var night && end > night)
        {
            left -= night - at;
            at = QuietHours.After(night, zone);
        }

        return at + left;
    }
}
