using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Workflow.Bookings;

/// <summary>One youth's place at one session. There is at most one for each pair; it is kept when cancelled.</summary>
public sealed record Booking
{
    public required TrialSession Session { get; init; }

    public required BookingStatus Status { get; init; }

    /// <summary>
    /// Counts how often the ground under the booking moved: booked (again), cancelled, session moved.
    /// Timers name it, so that one whose ground has moved fires into nothing. A confirmation does not move the ground.
    /// </summary>
    public required int Version { get; init; }

    public required Instant BookedAt { get; init; }

    /// <summary>Whom the youth brings to an event.</summary>
    public int Guests { get; init; }

    /// <summary>No answer to the evening reminder by three hours before.</summary>
    public bool AtRisk { get; init; }

    /// <summary>Holds a seat now: booked, confirmed, or offered and not yet answered.</summary>
    public bool HoldsSeat => Status.HoldsSeat();

    /// <summary>Still to come for the youth: holds a seat or waits for one.</summary>
    public bool IsOpen => Status.IsOpen();
}

/// <summary>Stored by name. <c>Waiting → Offered → Booked → Confirmed → Attended / NoShow / Cancelled</c> (design.md 2); to an invitation also <c>Declined / NotNow</c>.</summary>
public enum BookingStatus
{
    Waiting,
    Offered,
    Booked,
    Confirmed,
    Attended,
    NoShow,
    Cancelled,

    /// <summary>Invited to an event, and said no.</summary>
    Declined,

    /// <summary>Invited to an event, and would rather be asked for another.</summary>
    NotNow,
}

/// <summary>What a status means for the seat.</summary>
public static class BookingStatuses
{
    /// <inheritdoc cref="Booking.HoldsSeat"/>
    public static bool HoldsSeat(this BookingStatus status) => status is BookingStatus.Offered or BookingStatus.Booked or BookingStatus.Confirmed;

    /// <inheritdoc cref="Booking.IsOpen"/>
    public static bool IsOpen(this BookingStatus status) => status is BookingStatus.Waiting || status.HoldsSeat();
}
