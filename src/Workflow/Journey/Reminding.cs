using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Reminders;

namespace MdtChatBot.Workflow.Journey;

/// <summary>A timer fired. One whose ground has moved fires into nothing.</summary>
static class Reminding
{
    public static void Fire(Scene scene, TimerKind kind, SetFor setFor)
    {
        switch (setFor)
        {
            case SetFor.ForBooking(var session, var version) when scene.Booking(session) is { } booking && booking.Version == version:
                ForBooking(scene, kind, booking);
                break;
            case SetFor.ForAsk(var number) when number == scene.Conversation.Asks:
                Pausing.Over(scene, kind);
                break;
            case SetFor.ForStart(var version) when scene.Conversation.Start is { } start && start.Version == version:
                if (kind is TimerKind.StartDay) Starting.Begins(scene, start);
                else if (!scene.Conversation.Stopped) Starting.Remind(scene, kind, start);
                break;
            case SetFor.ForReferral(var code):
                Following.CheckLapse(scene, code);
                break;
            case SetFor.ForHandoff(var version) when kind is TimerKind.AnswerWaits:
                if (version == scene.Conversation.Handoffs) WithCoach.NotFetched(scene);
                break;
            case SetFor.ForHandoff(var version) when version == scene.Conversation.Handoffs && scene.Facts.Handoff is { Taken: false } waiting:
                FindingCoach.NotPickedUp(scene, waiting);
                break;
        }
    }

    static void ForBooking(Scene scene, TimerKind kind, Booking booking)
    {
        switch (kind)
        {
            case TimerKind.OfferSeat: WaitingForSeat.Offered(scene, booking.Session.Id); break;
            case TimerKind.OfferExpires: WaitingForSeat.Expired(scene, booking); break;
            case TimerKind.AfterSession: AfterSession.Ask(scene, booking); break;
            case TimerKind.RiskCheck: CheckRisk(scene, booking); break;
            default:
                if (Stands(scene, booking) && !scene.Conversation.Stopped) Remind(scene, kind, booking);
                break;
        }
    }

    // After a standstill a reminder may be late; one for a session that has begun helps nobody.
    static bool Stands(Scene scene, Booking booking) =>
        booking.Status is BookingStatus.Booked or BookingStatus.Confirmed && booking.Session.Starts > scene.Now;

    static void CheckRisk(Scene scene, Booking booking)
    {
        if (booking.Status is not BookingStatus.Booked || !Stands(scene, booking)) return;
        scene.Do(new Effect.MarkAtRisk(booking.Session.Id));
        scene.Record(JourneyStep.AtRisk);
    }

    // What, where, when, who, bring, travel, “I keep your seat”, and one-tap answers (needs.md 7: “reminder plus”).
    static void Remind(Scene scene, TimerKind kind, Booking booking)
    {
        var session = booking.Session;
        scene.Say(BookingWords.About(session.Event is null ? KeyOf(kind) : EventWords.Reminder(kind), session, scene));
        EventWords.SayGuests(scene, session, booking.Guests);
        BookingWords.SayPractical(session, scene, withContact: false);
        if (kind is TimerKind.ReminderTwoHours && session.ContactPhone.Length > 0) scene.Say(BookingWords.About("reminder.phone", session, scene));
        scene.Say("reminder.keptForYou");
        scene.Offer(Appointment.WillYouCome(session));
    }

    static string KeyOf(TimerKind kind) => kind switch
    {
        TimerKind.ReminderThreeDays => "reminder.threeDays",
        TimerKind.ReminderEvening => "reminder.oneDay",
        _ => "reminder.twoHours",
    };
}
