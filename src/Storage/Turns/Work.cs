using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>A claimed turn, and what only storage must know of it.</summary>
/// <param name="At">When the input came; the batch's now for a timer.</param>
/// <param name="LastHeard">When the youth wrote before this input.</param>
/// <param name="YouthLine">Transcript id for what the youth wrote.</param>
/// <param name="BotLine">Transcript id for the answer; higher, since it comes after.</param>
/// <param name="Outgoing">Messages to this youth that are on their way or wait for WhatsApp's window.</param>
sealed record Work(ClaimedTurn Turn, Instant At, Instant? LastHeard, long YouthLine, long BotLine, Outgoing Outgoing)
{
    public bool HasOutgoing => Outgoing is not Outgoing.None;

    public YouthId Youth => Turn.Youth;

    /// <summary>The input came from the youth, so WhatsApp's window is open and answers go to where it came from.</summary>
    public bool IsHeard => Turn.Inbound is Inbound.Message or Inbound.Media or Inbound.Located;

    /// <summary>When the youth last wrote, this input counted.</summary>
    public Instant? Heard => IsHeard ? At : LastHeard;
}

/// <summary>What is in the outbox for a youth.</summary>
enum Outgoing
{
    None,

    /// <summary>Only what is no longer worth saying.</summary>
    Stale,

    Live,
}

/// <summary>A claimed youth as it stands in the database.</summary>
sealed record WorkRow(
    YouthId Youth,
    Conversation Conversation,
    string Channel,
    string Address,
    Instant? LastHeard,
    long? InboxId,
    long? TimerId,
    Instant? At,
    Inbound? Inbound,
    Handoff? Handoff,
    Outgoing Outgoing,
    string? Unreadable);

/// <summary>A booking as it stands in the database, with the count and revision of its session.</summary>
sealed record BookingRow(YouthId Youth, SessionId Session, BookingStatus Status, int Version, Instant BookedAt, bool AtRisk, int Taken, long Revision, int Guests)
{
    /// <summary>What <see cref="Read"/> reads, of booking b and session s.</summary>
    public const string Columns = "b.youth_id, b.session_id, b.status, b.version, b.booked_at, b.at_risk, s.taken, s.revision, b.guests";

    /// <summary>From this column on; null where there is none.</summary>
    public static BookingRow? Read(DbDataReader row, int at) => row.NumberOrNull(at) is not { } youth ? null : new(
        new YouthId(youth),
        new SessionId(row.Number(at + 1)),
        row.Name<BookingStatus>(at + 2),
        (int)row.Number(at + 3),
        row.Time(at + 4),
        row.Flag(at + 5),
        (int)row.Number(at + 6),
        row.Number(at + 7),
        (int)row.Number(at + 8));
}
