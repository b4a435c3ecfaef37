using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Reminders;

namespace MdtChatBot.Workflow.Journey;

/// <summary>A session was chosen: the last questions, then the seat, or a place in line.</summary>
static class BookingSeat
{
    /// <summary>Under the news of a seat.</summary>
    public static readonly IReadOnlyList<Choice> AfterBooking = [Choices.Friend, Choices.TravelHelp, Choices.Menu];

    public static void Want(Scene scene, SessionId wanted, bool wait, SessionId? insteadOf)
    {
        if (scene.Facts.Offer.Session(wanted) is { Event: not null } happening) SigningUp.Want(scene, happening);
        else if (scene.Conversation.Age is AgeGroup.Unknown) AskingAge.Ask(scene, wanted, wait);
        else if (scene.Conversation.FirstName.Length == 0) AskingName.Ask(scene, wanted, wait);
        else if (scene.Conversation.DoorSession == wanted) AtTheDoor.Seat(scene, wanted);
        else if (scene.Facts.Offer.Session(wanted) is not { Cancelled: false } session || session.Starts <= scene.Now) Gone(scene, insteadOf);
        else if (session.SeatsLeft > 0) Book(scene, session, insteadOf);
        else if (wait) WaitingForSeat.Join(scene, session);
        else Gone(scene, insteadOf);
    }

    static void Book(Scene scene, TrialSession session, SessionId? insteadOf)
    {
        if (insteadOf is { } old && scene.Booking(old) is { IsOpen: true }) scene.Do(new Effect.CancelBooking(old, CancelReason.OtherDay));
        Take(scene, session);
        scene.Say(BookingWords.About(insteadOf is null ? "trial.booked" : "trial.moved", session, scene));
        BookingWords.SayPractical(session, scene, withContact: true);
        scene.Say("trial.nextSteps");
        scene.Offer(new Step.InMenu(), AfterBooking);
    }

    /// <summary>Takes the seat and sets its reminders; says nothing.</summary>
    public static void Take(Scene scene, TrialSession session)
    {
        scene.Do(new Effect.BookSeat(session.Id));
        var version = (scene.Booking(session.Id)?.Version ?? 0) + 1;
        scene.SetTimers(ReminderLadder.ForBooking(session, BookingWords.ZoneOf(session, scene), scene.Now, version));
        scene.Record(JourneyStep.Booked, session.Project!.Value.Value);
        if (scene.Conversation.FriendSession == session.Id) scene.Record(JourneyStep.FriendCame);
    }

    /// <summary>A coach books for the youth, who gave leave to keep appointments; what can't be booked is for the coach to see, not for the youth.</summary>
    public static void Given(Scene scene, Inbound.SeatGiven given)
    {
        if (scene.Conversation.Consent is not Consent.Given || scene.Booking(given.Session) is { HoldsSeat: true, Status: not Bookings.BookingStatus.Offered }) return;
        if (scene.Facts.Offer.Session(given.Session) is not { Cancelled: false, SeatsLeft: > 0 } session || session.Starts <= scene.Now) return;
        var moves = given.InsteadOf is { } old && scene.Booking(old) is { IsOpen: true };
        if (moves) scene.Do(new Effect.CancelBooking(given.InsteadOf!.Value, CancelReason.OtherDay));
        Take(scene, session);
        if (scene.Conversation.Stopped) return;
        scene.Say("handoff.arranged", ("coachName", Arg.Of(given.CoachName)));
        scene.Say(BookingWords.About(moves ? "trial.moved" : "trial.booked", session, scene));
        BookingWords.SayPractical(session, scene, withContact: true);
        scene.Offer(new Step.InMenu(), Choices.WillYouCome(session.Id));
    }

    // Filled up, cancelled or begun since it was shown: say so and show what there is now.
    static void Gone(Scene scene, SessionId? insteadOf)
    {
        scene.Say("trial.slotTaken");
        ChoosingSession.Show(scene, insteadOf, all: false);
    }
}
