using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Reminders;

namespace MdtChatBot.Workflow.Journey;

/// <summary>
/// Yes to an event: a place with one tap, guests where they may come, a place in line when it is full. Fewer questions than for a trial:
/// the first name comes after the place, the age only where it matters.
/// </summary>
static class SigningUp
{
    const int MostDays = 4;

    public static void Want(Scene scene, TrialSession session)
    {
        var booking = scene.Booking(session.Id);
        if (session.Cancelled || session.Starts <= scene.Now) Over(scene, session);
        else if (booking is { Status: BookingStatus.Booked or BookingStatus.Confirmed or BookingStatus.Waiting }) Appointment.Show(scene, session.Id);
        else if (!MayCome(scene, session)) return;
        else if (booking is not { Status: BookingStatus.Offered } && session.SeatsLeft == 0) WaitingForSeat.Join(scene, session);
        else if (MostGuests(session, booking) > 0) AskGuests(scene, session);
        else Keep(scene, session, guests: 0);
    }

    /// <summary>Leave to keep an appointment, and the age where the event is not for everybody; what is missing is asked now.</summary>
    public static bool MayCome(Scene scene, TrialSession session)
    {
        if (scene.Conversation.Consent is not Consent.Given)
        {
            scene.Conversation = scene.Conversation with { DoorSession = session.Id };
            GivingConsent.Ask(scene, then: null);
        }
        else if (session.Event is { MinorsWelcome: true } || scene.Conversation.Age is AgeGroup.From18To29 or AgeGroup.Over29)
        {
            return true;
        }
        else if (scene.Conversation.Age is AgeGroup.Unknown)
        {
            AskingAge.Ask(scene, session.Id, wait: false);
        }
        else
        {
            scene.Conversation = scene.Conversation with { DoorSession = null };
            scene.Say("events.adultsOnly");
            scene.Offer(new Step.InMenu(), [Choices.Trial, Choices.Menu]);
        }

        return false;
    }

    /// <summary>Takes the place, or turns an offer into one.</summary>
    public static void Keep(Scene scene, TrialSession session, int guests)
    {
        scene.Do(new Effect.BookSeat(session.Id, guests));
        var version = (scene.Booking(session.Id)?.Version ?? 0) + 1;
        scene.SetTimers(ReminderLadder.ForBooking(session, BookingWords.ZoneOf(session, scene), scene.Now, version));
        AfterEvent.FollowUpLater(scene, session, version);
        scene.Record(JourneyStep.SignedUp, session.Event!.Kind.ToString());
        scene.Conversation = scene.Conversation with { DoorSession = null };
        scene.Say(BookingWords.About("events.booked", session, scene));
        EventWords.SayGuests(scene, session, guests);
        BookingWords.SayPractical(session, scene, withContact: false);
        scene.Say(BookingWords.Links(session, scene));
        scene.Say("events.nextSteps");
        AskName(scene, session, [.. EventWords.GuestsButton(session), Choices.Menu]);
    }

    /// <summary>The first name, for the list at the door; else these choices.</summary>
    public static void AskName(Scene scene, TrialSession session, IReadOnlyList<Choice> otherwise)
    {
        if (scene.Conversation.FirstName.Length == 0) AskingName.Ask(scene, session.Id, wait: false);
        else scene.Offer(new Step.InMenu(), otherwise);
    }

    /// <summary>The first name was told.</summary>
    public static void Named(Scene scene, TrialSession session)
    {
        scene.Say("events.thanks", ("firstName", Arg.Of(scene.Conversation.FirstName)));
        scene.Offer(new Step.InMenu(), session.Starts > scene.Now ? [.. EventWords.GuestsButton(session), Choices.Menu] : [Choices.Menu]);
    }

    /// <summary>Other guests than said before.</summary>
    public static void ChangeGuests(Scene scene, TrialSession session)
    {
        if (session.Starts > scene.Now && !session.Cancelled && scene.Booking(session.Id) is { Status: BookingStatus.Booked or BookingStatus.Confirmed }) AskGuests(scene, session);
        else Want(scene, session);
    }

    /// <summary>Takes the value of a <c>guests:</c> choice: <c>42:2</c>.</summary>
    public static void TakeGuests(Scene scene, string value)
    {
        if (Inviting.EventOf(scene, Choices.Kind(value)) is not { } session || !int.TryParse(Choices.Value(value), out var guests) || guests < 0)
        {
            Appointment.Show(scene);
            return;
        }

        var booking = scene.Booking(session.Id);
        if (session.Cancelled || session.Starts <= scene.Now) Over(scene, session);
        else if (booking is { Status: BookingStatus.Waiting } || (booking is not { HoldsSeat: true } && (session.SeatsLeft == 0 || scene.Conversation.Consent is not Consent.Given))) Want(scene, session);
        else if (guests > MostGuests(session, booking)) TooMany(scene, session);
        else if (booking is { Status: BookingStatus.Booked or BookingStatus.Confirmed }) Bring(scene, session, guests);
        else Keep(scene, session, guests);
    }

    /// <summary>The same on another day, where there is one.</summary>
    public static void OtherDay(Scene scene, TrialSession session)
    {
        var others = scene.Facts.Offer.Sessions
            .Where(s => s.Event?.Kind == session.Event!.Kind && s.Site == session.Site && s.Id != session.Id && !s.Cancelled && s.Starts > scene.Now)
            .Take(MostDays).Select(s => DayOf(s, session, scene)).ToList();
        if (others.Count == 0) Appointment.AskCancel(scene, session.Id);
        else scene.Ask(new Step.InMenu(), "events.otherDays", [.. others, Choices.Of($"drop:{session.Id.Value}", "trial.cancelButton"), Choices.Menu]);
    }

    /// <summary>Takes the value of a <c>swap:</c> choice: <c>12:13</c>. The first place is kept until there is another.</summary>
    public static void Swap(Scene scene, string value)
    {
        var before = long.TryParse(Choices.Kind(value), out var old) ? scene.Booking(new SessionId(old)) : null;
        if (Inviting.EventOf(scene, Choices.Value(value)) is not { } session)
        {
            Appointment.Show(scene);
            return;
        }

        var isFree = !session.Cancelled && session.Starts > scene.Now && session.SeatsLeft > 0 && scene.Booking(session.Id) is not { IsOpen: true };
        if (before is { IsOpen: true } && isFree && scene.Conversation.Consent is Consent.Given)
        {
            scene.Do(new Effect.CancelBooking(before.Session.Id, CancelReason.OtherDay));
            Keep(scene, session, guests: 0);
        }
        else
        {
            Want(scene, session);
        }
    }

    /// <summary>Staff cancelled it.</summary>
    public static void Cancelled(Scene scene, TrialSession session)
    {
        scene.Say(BookingWords.About("events.cancelledByUs", session, scene));
        scene.Offer(new Step.InMenu(), [Choices.Trial, Choices.Menu]);
    }

    /// <summary>It is over, or was cancelled.</summary>
    public static void Over(Scene scene, TrialSession session)
    {
        scene.Conversation = scene.Conversation with { DoorSession = null };
        scene.Say(BookingWords.About(session.Cancelled ? "events.cancelledByUs" : "events.over", session, scene));
        scene.Offer(new Step.InMenu(), [Choices.Trial, Choices.Menu]);
    }

    static void Bring(Scene scene, TrialSession session, int guests)
    {
        scene.Do(new Effect.BringGuests(session.Id, guests));
        EventWords.SayGuests(scene, session, guests);
        scene.Say(BookingWords.About("reminder.confirmed", session, scene));
        scene.Offer(new Step.InMenu(), [Choices.Of("go:appointment", "menu.items.appointment.title"), Choices.Menu]);
    }

    static void TooMany(Scene scene, TrialSession session)
    {
        scene.Say("events.fewerSeats");
        AskGuests(scene, session);
    }

    static void AskGuests(Scene scene, TrialSession session) => scene.Ask(
        new Step.AskingGuests(session.Id),
        "events.askGuests",
        [.. Enumerable.Range(0, 1 + MostGuests(session, scene.Booking(session.Id))).Select(n => new Choice($"guests:{session.Id.Value}:{n}", Text.Of("events.guests", ("count", Arg.Of(n)))))]);

    // What is allowed, and no more than there are seats beside the youth's own.
    static int MostGuests(TrialSession session, Booking? booking)
    {
        var mine = booking is { HoldsSeat: true } ? 1 + booking.Guests : 0;
        return Math.Min(session.Event?.GuestsAllowed ?? 0, Math.Max(0, session.SeatsLeft + mine - 1));
    }

    static Choice DayOf(TrialSession session, TrialSession insteadOf, Scene scene) => new(
        $"swap:{insteadOf.Id.Value}:{session.Id.Value}",
        Text.Of("common.words", ("words", BookingWords.Activity(session, scene))),
        BookingWords.About(session.SeatsLeft == 0 ? "trial.slotFull" : "events.slot", session, scene));
}
