using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Handoffs;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>One line of a conversation: what a youth wrote, or what was said to them.</summary>
/// <param name="Saying">What the bot said; null where <paramref name="Words"/> are a youth's or a coach's own.</param>
/// <param name="Kind">Something else than words that the youth sent: the words are then empty.</param>
/// <param name="Site">Where the youth lives now.</param>
public sealed record TranscriptLine(
    long Id,
    Instant At,
    bool FromYouth,
    string Words,
    Saying? Saying,
    Language Language,
    Delivery Delivery,
    LineKind Kind = LineKind.Words,
    SiteId? Site = null);

/// <summary>What a line is. Of all but words only this is kept: no file, no place. A voice note waits at the provider. Stored by name.</summary>
public enum LineKind
{
    Words,
    Voice,
    Picture,
    File,
    Sticker,
    Other,
    Location,

    /// <summary>What a computer heard in a voice note.</summary>
    Spoken,

    /// <summary>The youth wrote something and took it back.</summary>
    TakenBack,
}

/// <summary>An open handoff as the coach's list shows it.</summary>
public sealed record HandoffRow(YouthId Youth, HandoffReason Reason, Urgency Urgency, Language Language, SiteId? Site, string FirstName, Instant Since, string CoachName);

/// <summary>A booking as a list shows it.</summary>
public sealed record SeatRow(YouthId Youth, SessionId Session, BookingStatus Status, bool AtRisk, string FirstName, Language Language, Instant Starts);
