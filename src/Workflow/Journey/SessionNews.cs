using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Reminders;

namespace MdtChatBot.Workflow.Journey;

/// <summary>Staff moved or cancelled a session: everyone with a place hears it and gets a choice.</summary>
static class SessionNews
{
    public static void Moved(Scene scene, SessionId id)
    {
        if (scene.Booking(id) is not { IsOpen: true } booking || scene.Conversation.Stopped) return;
        switch (booking.Status)
        {
            case BookingStatus.Offered:
                WaitingForSeat.Offered(scene, id);
                break;
            case BookingStatus.Waiting:
                scene.Say("trial.changedByUs");
                scene.Say(BookingWords.About("waitlist.youWait", booking.Session, scene));
                scene.Offer([Choices.Menu]);
                break;
            default:
                scene.SetTimers(ReminderLadder.ForBooking(booking.Session, BookingWords.ZoneOf(booking.Session, scene), scene.Now, booking.Version));
                if (booking.Session.Event is not null) AfterEvent.FollowUpLater(scene, booking.Session, booking.Version);
                scene.Say("trial.changedByUs");
                scene.Say(BookingWords.About("trial.myAppointment", booking.Session, scene));
                scene.Say("trial.canYouThen");
                scene.Offer(Appointment.WillYouCome(booking.Session));
                break;
        }
    }

    public static void Cancelled(Scene scene, SessionId id)
    {
        if (scene.Booking(id) is not { IsOpen: true } booking) return;
        scene.Do(new Effect.CancelBooking(id, CancelReason.SessionCancelled));
        scene.Record(JourneyStep.Cancelled, nameof(CancelReason.SessionCancelled));
        if (scene.Conversation.Stopped) return;
        if (booking.Session.Event is not null) SigningUp.Cancelled(scene, booking.Session);
        else AfterSession.OfferNewDay(scene, BookingWords.About("trial.cancelledByUs", booking.Session, scene), [Choices.NotNow, Choices.Menu]);
    }
}
