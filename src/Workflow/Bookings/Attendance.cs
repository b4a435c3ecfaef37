using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Workflow.Bookings;

/// <summary>When attendance may be ticked, by staff and at the door.</summary>
public static class Attendance
{
    static readonly Duration Before = Duration.FromMinutes(30);
    static readonly Duration After = Duration.FromMinutes(30);

    /// <summary>From half an hour before: the first are early.</summary>
    public static Instant DoorOpens(TrialSession session) => session.Starts - Before;

    /// <summary>Until half an hour after the end: some remember the poster when they leave.</summary>
    public static Instant DoorCloses(TrialSession session) => session.Ends + After;

    public static bool IsDoorOpen(TrialSession session, Instant now) => DoorOpens(session) <= now && now <= DoorCloses(session);

    /// <summary>Staff may tick who came from when the door opens, who did not come from the start on.</summary>
    public static bool MayTick(TrialSession session, bool attended, Instant now) => now >= (attended ? DoorOpens(session) : session.Starts);

    /// <summary>A tick can be taken back until the end of the session's last day, at the site; later it has had consequences.</summary>
    public static bool MayUndo(TrialSession session, DateTimeZone zone, Instant now) => now.InZone(zone).Date <= session.Ends.InZone(zone).Date;

    /// <summary>Nobody books when the door is open already: who got a seat then walked in.</summary>
    public static bool WasWalkIn(Booking booking) => booking.BookedAt >= DoorOpens(booking.Session);
}
