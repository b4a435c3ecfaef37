using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Reminders;

namespace MdtChatBot.Workflow.Journey;

/// <summary>The waiting list: a freed seat is held for the next in line until a deadline, then for the one after.</summary>
static class WaitingForSeat
{
    public static void Join(Scene scene, TrialSession session)
    {
        scene.Do(new Effect.JoinWaitingList(session.Id));
        if (session.Event is { } happening) scene.Record(JourneyStep.SignedUp, $"{happening.Kind} waiting");
        else scene.Record(JourneyStep.Waiting, session.Project!.Value.Value);
        scene.Say(BookingWords.About("waitlist.added", session, scene));
        scene.Offer(new Step.InMenu(), [Choices.Trial, Choices.Menu]);
    }

    /// <summary>A seat is held for this youth: offer it, in the morning if it is night and there is time.</summary>
    public static void Offered(Scene scene, SessionId id)
    {
        if (scene.Booking(id) is not { Status: BookingStatus.Offered } booking) return;
        if (scene.Conversation.Stopped || booking.Session.Starts <= scene.Now)
        {
            scene.Do(new Effect.CancelBooking(id, CancelReason.OfferDeclined));
            return;
        }

        var at = OfferRules.MakeAt(scene.Now, booking.Session.Starts, BookingWords.ZoneOf(booking.Session, scene));
        if (at > scene.Now) scene.Do(new Effect.SetTimer(new Reminders.Timer(TimerKind.OfferSeat, at, new SetFor.ForBooking(id, booking.Version))));
        else Offer(scene, booking);
    }

    /// <summary>Offers the held seat now.</summary>
    public static void Offer(Scene scene, Booking booking)
    {
        var session = booking.Session;
        var zone = BookingWords.ZoneOf(session, scene);
        var deadline = OfferRules.Deadline(scene.Now, session.Starts);
        scene.Do(new Effect.SetTimer(new Reminders.Timer(TimerKind.OfferExpires, deadline, new SetFor.ForBooking(session.Id, booking.Version))));
        scene.Say(BookingWords.About(
            "waitlist.spotFree", session, scene, ("deadlineDay", BookingWords.DayOf(deadline, zone)), ("deadline", BookingWords.TimeOf(deadline, zone))));
        scene.Offer([Choices.Of($"offer:take:{session.Id.Value}", "waitlist.take"), Choices.Of($"offer:leave:{session.Id.Value}", "waitlist.leave")]);
    }

    /// <summary>Takes the value of an <c>offer:</c> choice: <c>take:42</c> or <c>leave:42</c>.</summary>
    public static void Take(Scene scene, string value)
    {
        var booking = long.TryParse(Choices.Value(value), out var id) ? scene.Booking(new SessionId(id)) : null;
        if (booking is not { Status: BookingStatus.Offered })
        {
            Appointment.Show(scene);
            return;
        }

        if (Choices.Kind(value) is "take" && booking.Session.Event is not null)
        {
            SigningUp.Keep(scene, booking.Session, guests: 0);
        }
        else if (Choices.Kind(value) is "take")
        {
            BookingSeat.Take(scene, booking.Session);
            scene.Say(BookingWords.About("trial.booked", booking.Session, scene));
            BookingWords.SayPractical(booking.Session, scene, withContact: true);
            scene.Say("trial.nextSteps");
            scene.Offer(new Step.InMenu(), BookingSeat.AfterBooking);
        }
        else
        {
            scene.Do(new Effect.CancelBooking(booking.Session.Id, CancelReason.OfferDeclined));
            scene.Say("waitlist.removed");
            scene.Offer(new Step.InMenu(), [Choices.Trial, Choices.Menu]);
        }
    }

    /// <summary>No answer by the deadline: the seat goes on.</summary>
    public static void Expired(Scene scene, Booking booking)
    {
        if (booking.Status is not BookingStatus.Offered) return;
        scene.Do(new Effect.CancelBooking(booking.Session.Id, CancelReason.OfferExpired));
        scene.Say(BookingWords.About(booking.Session.Event is null ? "waitlist.expired" : "events.offerExpired", booking.Session, scene));
        scene.Offer([Choices.Trial, Choices.NotNow]);
    }
}
