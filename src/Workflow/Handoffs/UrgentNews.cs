using NodaTime;

namespace MdtChatBot.Workflow.Handoffs;

/// <summary>What a youth hears while an urgent handoff goes from one to the next, every ten minutes.</summary>
public static class UrgentNews
{
    /// <summary>
    /// Only what changes what they may expect: once that the first did not answer while somebody else is at work; and that nobody works any more.
    /// At night the youth knows already that nobody works, and from when; another name changes nothing.
    /// </summary>
    /// <param name="isFirst">Nobody but the first was asked before.</param>
    /// <param name="workedBefore">Who was asked until now was at work then.</param>
    /// <param name="worksNow">Who is asked now is at work.</param>
    public static bool IsNews(bool isFirst, bool workedBefore, bool worksNow) => worksNow ? isFirst : workedBefore;

    /// <summary>The same for those who were and are asked.</summary>
    public static bool IsNews(HandoffDesk desk, Handoff waiting, Assignment next, Instant now, DateTimeZone zone)
    {
        var then = now - Assignment.Urgent;
        var workedBefore = waiting.With is { } before && desk.Find(before) is { } member && WorkingTime.NextOpen(member.Staff, then, zone) == then;
        return IsNews(waiting.Passed.Count == 0, workedBefore, next.AtWork <= now);
    }
}
