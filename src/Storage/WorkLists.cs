using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Handoffs;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>One line of a conversation: what a youth wrote, or what was said to them.</summary>
/// <param name="Saying">What the bot said; null where <paramref name="Words"/> are a youth's or a coach's own.</param>
public sealed record TranscriptLine(long Id, Instant At, bool FromYouth, string Words, Saying? Saying, Language Language, Delivery Delivery);

/// <summary>What people and pages read: conversations, handoffs, bookings. Reads only.</summary>
public sealed class WorkLists(Database database)
{
    /// <summary>The lines after <paramref name="afterId"/>, oldest first, at most <paramref name="max"/>.</summary>
    public Task<IReadOnlyList<TranscriptLine>> Transcript(YouthId youth, long afterId, int max, CancellationToken stop) => throw new NotImplementedException();

    public Task<YouthId?> FindYouth(string channel, string address, CancellationToken stop) => throw new NotImplementedException();

    public Task<IReadOnlyList<HandoffRow>> OpenHandoffs(CancellationToken stop) => throw new NotImplementedException();

    public Task<IReadOnlyList<SeatRow>> Seats(SessionId session, CancellationToken stop) => throw new NotImplementedException();

    /// <summary>Open bookings that are at risk, soonest first.</summary>
    public Task<IReadOnlyList<SeatRow>> AtRisk(CancellationToken stop) => throw new NotImplementedException();

    /// <summary>This youth's bookings that still stand or whose session is over and not yet marked, soonest first.</summary>
    public Task<IReadOnlyList<SeatRow>> SeatsOf(YouthId youth, CancellationToken stop) => throw new NotImplementedException();

    /// <summary>This youth's next timer; null without. For the time machine.</summary>
    public Task<Instant?> NextTimer(YouthId youth, CancellationToken stop) => throw new NotImplementedException();

    /// <summary>Messages that need a template, are unknown or failed in the last week, counted by state and code.</summary>
    public Task<IReadOnlyList<(Delivery State, string Code, int Count)>> Undelivered(CancellationToken stop) => throw new NotImplementedException();

    /// <summary>Wishes that nothing fitted, by site, most wished first.</summary>
    public Task<IReadOnlyList<(SiteId? Site, string Words, int Count)>> Wishes(CancellationToken stop) => throw new NotImplementedException();
}

/// <summary>An open handoff as the coach's list shows it.</summary>
public sealed record HandoffRow(YouthId Youth, HandoffReason Reason, Urgency Urgency, Language Language, SiteId? Site, string FirstName, Instant Since, string CoachName);

/// <summary>A booking as a list shows it.</summary>
public sealed record SeatRow(YouthId Youth, SessionId Session, BookingStatus Status, bool AtRisk, string FirstName, Language Language, Instant Starts);
