using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Workflow.Journey;

/// <summary>After an event: who was there hears the same evening from the bot, with trials near by. Who was not is not asked why.</summary>
static class AfterEvent
{
    public static void Mark(Scene scene, Booking booking, bool attended)
    {
        scene.Do(new Effect.RecordAttendance(booking.Session.Id, attended));
        scene.Record(attended ? JourneyStep.CameToEvent : JourneyStep.MissedEvent);
        if (attended) FollowUpLater(scene, booking.Session, booking.Version + 1);
    }

    /// <summary>A tick was a mistake; who walked in by mistake never had a place.</summary>
    public static void Undo(Scene scene, Booking booking)
    {
        scene.Do(new Effect.UndoAttendance(booking.Session.Id));
        if (Attendance.WasWalkIn(booking)) scene.Do(new Effect.CancelBooking(booking.Session.Id, CancelReason.Mistake));
        else FollowUpLater(scene, booking.Session, booking.Version + 1);
        scene.Record(JourneyStep.AttendanceUndone);
    }

    public static void FollowUpLater(Scene scene, TrialSession session, int version)
    {
        if (!EventRules.IsFollowedUp(session.Event!.Kind)) return;
        var zone = BookingWords.ZoneOf(session, scene);
        var due = Instant.Max(EventRules.FollowUpAt(session, zone), QuietHours.After(scene.Now, zone));
        scene.Do(new Effect.SetTimer(new Reminders.Timer(TimerKind.AfterSession, due, new SetFor.ForBooking(session.Id, version))));
    }

    /// <summary>The evening has come. Who is not ticked may have been there: then nothing is claimed.</summary>
    public static void FollowUp(Scene scene, Booking booking)
    {
        if (scene.Conversation.Stopped || scene.Conversation.PausedUntil > scene.Now || booking.Session.Cancelled) return;
        if (booking.Status is not (BookingStatus.Attended or BookingStatus.Booked or BookingStatus.Confirmed)) return;
        if (scene.OpenBookings.Any(b => b.Session.Event is null)) return;
        scene.Record(JourneyStep.FollowedUp, booking.Session.Event!.Kind.ToString());
        Text question = BookingWords.About(booking.Status is BookingStatus.Attended ? "events.followUp" : "events.followUpUnsure", booking.Session, scene);
        if (ChoosingSession.Near(scene).Count == 0) scene.Ask(new Step.InMenu(), question, [Choices.Trial, Choices.NotNow, Choices.Menu]);
        else AfterSession.OfferNewDay(scene, question, [Choices.NotNow, Choices.Menu]);
    }
}
