using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;

namespace MdtChatBot.Workflow.Journey;

/// <summary>“My appointment”: where, when, what to bring, how to get there; change or cancel.</summary>
static class Appointment
{
    const int MostOthers = 3;

    public static void Show(Scene scene)
    {
        if (scene.OpenBookings is not [var booking, ..])
        {
            scene.Ask(new Step.InMenu(), "trial.noAppointment", Choices.AfterAnswer);
            return;
        }

        Show(scene, booking);
    }

    /// <summary>Takes the value of an <c>appointment:</c> choice: another than the next.</summary>
    public static void Show(Scene scene, SessionId id)
    {
        if (scene.OpenBookings.FirstOrDefault(b => b.Session.Id == id) is { } booking) Show(scene, booking);
        else Show(scene);
    }

    /// <summary>One-tap answers under a message about an appointment; for an event also whom the youth brings.</summary>
    public static IReadOnlyList<Choice> WillYouCome(TrialSession session) =>
        session.Event is null ? Choices.WillYouCome(session.Id) : EventWords.WillYouCome(session);

    static void Show(Scene scene, Booking booking)
    {
        switch (booking.Status)
        {
            case BookingStatus.Waiting: ShowWaiting(scene, booking); break;
            case BookingStatus.Offered: WaitingForSeat.Offer(scene, booking); break;
            default: ShowBooked(scene, booking); break;
        }
    }

    public static void Late(Scene scene)
    {
        if (scene.OpenBookings.FirstOrDefault(b => b.Status is BookingStatus.Booked or BookingStatus.Confirmed) is { } booking)
        {
            scene.Say(BookingWords.About("trial.late", booking.Session, scene));
            scene.Offer(new Step.InMenu(), [Choices.Of("go:appointment", "menu.items.appointment.title"), Choices.Menu]);
        }
        else
        {
            Show(scene);
        }
    }

    /// <summary>“I’m coming”, by tap or words.</summary>
    public static void Confirm(Scene scene, SessionId id)
    {
        if (scene.Booking(id) is not { Status: BookingStatus.Booked or BookingStatus.Confirmed } booking || booking.Session.Ends <= scene.Now)
        {
            Show(scene);
            return;
        }

        scene.Do(new Effect.ConfirmBooking(id));
        if (booking.Session.Event is null) scene.Record(JourneyStep.Confirmed);
        scene.Say(BookingWords.About("reminder.confirmed", booking.Session, scene));
        if (!Permitting.AskOnce(scene)) Answers.BackToQuestion(scene, [Choices.Of("go:appointment", "menu.items.appointment.title"), .. Friend(booking.Session), Choices.Menu]);
    }

    /// <summary>“Another day”: the seat is kept until the new one is taken.</summary>
    public static void OtherDay(Scene scene, SessionId id)
    {
        if (scene.Facts.Offer.Session(id) is { Event: not null } happening) SigningUp.OtherDay(scene, happening);
        else ChoosingSession.Show(scene, scene.Booking(id) is { IsOpen: true } ? id : null, all: false);
    }

    /// <summary>Asked in words or from “my appointment”: sure?</summary>
    public static void AskCancel(Scene scene, SessionId id)
    {
        if (scene.Booking(id) is not { IsOpen: true } booking)
        {
            Show(scene);
            return;
        }

        scene.Ask(
            new Step.ConfirmingCancel(id),
            BookingWords.About("trial.cancelConfirm", booking.Session, scene),
            [
                Choices.Of("cancel:yes", "common.buttons.yes"),
                .. OtherDay(booking.Session),
                Choices.Of("cancel:no", "trial.keep"),
            ]);
    }

    public static void TakeCancel(Scene scene, string answer)
    {
        if (scene.Conversation.Step is not Step.ConfirmingCancel step) Show(scene);
        else if (answer is "yes") AfterCancelling.Cancel(scene, step.Session);
        else Keep(scene, step.Session);
    }

    static void Keep(Scene scene, SessionId id)
    {
        scene.Conversation = scene.Conversation with { Step = new Step.InMenu(), Question = null };
        Confirm(scene, id);
    }

    static void ShowBooked(Scene scene, Booking booking)
    {
        var session = booking.Session;
        scene.Say(BookingWords.About("trial.myAppointment", session, scene));
        EventWords.SayGuests(scene, session, booking.Guests);
        // Of a hundred guests nobody knows each.
        BookingWords.SayPractical(session, scene, withContact: session.Event is null);
        scene.Say(BookingWords.Links(session, scene));
        scene.Offer(
            new Step.InMenu(),
            [
                .. OtherDay(session),
                .. EventWords.GuestsButton(session),
                Choices.Of($"drop:{session.Id.Value}", "trial.cancelButton"),
                .. Friend(session),
                Choices.TravelHelp,
                .. Others(scene, booking),
                Choices.Menu,
            ]);
    }

    // An invitation is for who was asked; a trial is for friends too.
    static Choice[] Friend(TrialSession session) => session.Event is null ? [Choices.Friend] : [];

    static Choice[] OtherDay(TrialSession session) =>
        session.Event is null or { Kind: EventKind.Information } ? [Choices.Of($"otherday:{session.Id.Value}", "common.buttons.otherDay")] : [];

    static IEnumerable<Choice> Others(Scene scene, Booking shown) => scene.OpenBookings.Where(b => b != shown).Take(MostOthers).Select(b => new Choice(
        $"appointment:{b.Session.Id.Value}",
        Text.Of("common.words", ("words", BookingWords.Activity(b.Session, scene))),
        BookingWords.About("events.slot", b.Session, scene)));

    static void ShowWaiting(Scene scene, Booking booking)
    {
        scene.Say(BookingWords.About("waitlist.youWait", booking.Session, scene));
        scene.Offer(new Step.InMenu(), [Choices.Trial, Choices.Of($"drop:{booking.Session.Id.Value}", "trial.cancelButton"), .. Others(scene, booking), Choices.Menu]);
    }
}
