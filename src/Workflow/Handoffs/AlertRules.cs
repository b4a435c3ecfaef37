using NodaTime;

namespace MdtChatBot.Workflow.Handoffs;

/// <summary>A handoff that somebody is asked to take and was not alerted to yet.</summary>
public sealed record Unalerted(long Handoff, Urgency Urgency);

/// <summary>When somebody gets an alert on their own telephone, and what it tells of.</summary>
public static class AlertRules
{
    /// <summary>Between two alerts to the same person; what is urgent does not wait for it.</summary>
    public static readonly Duration Pause = Duration.FromMinutes(10);

    /// <summary>
    /// What one alert tells of now; nothing where none may go. Outside working hours only what is urgent. One alert tells of all that waits:
    /// it says only that somebody does, and leads to the list.
    /// </summary>
    /// <param name="waiting">All that this person is asked for and was not alerted to.</param>
    /// <param name="atWork">Whether they work now.</param>
    /// <param name="last">When they last had an alert; null if never.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<Unalerted> Told(IReadOnlyList<Unalerted> waiting, bool atWork, Instant? last, Instant now)
    {
        var told = waiting.Where(w => atWork || IsUrgent(w)).ToList();
        return told.Any(IsUrgent) || last is null || last + Pause <= now ? told : [];
    }

    static bool IsUrgent(Unalerted handoff) => handoff.Urgency is Urgency.Urgent;
}
