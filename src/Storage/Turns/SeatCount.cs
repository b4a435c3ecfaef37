using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>A locked session: its seats, and what would make it unbookable.</summary>
sealed record SeatCount(SessionId Session, Instant Starts, Instant Ends, int Capacity, int Taken, bool Cancelled, long Revision)
{
    public bool HasRoom => HasRoomFor(1);

    public bool HasRoomFor(int seats) => Taken + seats <= Capacity;

    /// <summary>Can still be booked, and a freed seat is still worth offering.</summary>
    public bool IsOpenAt(Instant now) => !Cancelled && Starts > now;
}

/// <summary>A booking under the session's lock, as it was read or as it will be written.</summary>
sealed record HeldSeat(
    YouthId Youth,
    SessionId Session,
    BookingStatus Status,
    int Version,
    Instant BookedAt,
    Instant? WaitingSince,
    bool AtRisk,
    CancelReason? Reason,
    int Guests)
{
    public bool HoldsSeat => Status.HoldsSeat();

    /// <summary>One for the youth and one for each guest.</summary>
    public int Seats => HoldsSeat ? 1 + Guests : 0;

    public bool IsOpen => HoldsSeat || Status is BookingStatus.Waiting;

    public HeldSeat Becomes(BookingStatus status, CancelReason? reason = null) =>
        this with { Status = status, Version = Version + 1, AtRisk = false, Reason = reason, WaitingSince = status is BookingStatus.Waiting ? WaitingSince : null };
}
