using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;

namespace MdtChatBot.Workflow.Journey;

/// <summary>
/// The code on the wall of an event. Before it: a place. While it is on: who scans is there. A hundred do so in ten minutes, so the way is short:
/// hello, language, leave to keep it, place.
/// </summary>
static class AtTheEvent
{
    /// <summary>Somebody who has talked to the bot before.</summary>
    public static void Scanned(Scene scene, TrialSession session)
    {
        if (IsBefore(scene, session) && !AtTheDoor.HasPlace(scene, session) && scene.Conversation.Consent is Consent.Given) Inviting.Ask(scene, session);
        else Join(scene, session);
    }

    /// <summary>The last question is answered, or there was none.</summary>
    public static void Join(Scene scene, TrialSession session)
    {
        if (IsBefore(scene, session)) SigningUp.Want(scene, session);
        else if (!AtTheDoor.IsOpen(session, scene)) SigningUp.Over(scene, session);
        else if (scene.Booking(session.Id) is { Status: BookingStatus.Attended }) Short(scene, session, "door.already");
        else if (AtTheDoor.HasPlace(scene, session)) CheckIn(scene, session);
        else if (!SigningUp.MayCome(scene, session)) return;
        else if (session.SeatsLeft == 0) Short(scene, session, "events.full");
        else WalkIn(scene, session, pastCapacity: false);
    }

    /// <summary>Staff saw them come in without a seat, and they have company now: nothing is said.</summary>
    public static void WalkedIn(Scene scene, TrialSession session)
    {
        if (AtTheDoor.HasPlace(scene, session)) AfterSession.Mark(scene, session.Id, attended: true);
        else Take(scene, session, pastCapacity: true);
    }

    static bool IsBefore(Scene scene, TrialSession session) => !session.Cancelled && scene.Now < Attendance.DoorOpens(session);

    static void CheckIn(Scene scene, TrialSession session)
    {
        AfterSession.Mark(scene, session.Id, attended: true);
        Welcome(scene, session);
    }

    static void WalkIn(Scene scene, TrialSession session, bool pastCapacity)
    {
        Take(scene, session, pastCapacity);
        Welcome(scene, session);
    }

    static void Take(Scene scene, TrialSession session, bool pastCapacity)
    {
        scene.Do(new Effect.SeatWalkIn(session.Id, pastCapacity));
        scene.Record(JourneyStep.CameToEvent, "walk-in");
        AfterEvent.FollowUpLater(scene, session, (scene.Booking(session.Id)?.Version ?? 0) + 1);
    }

    static void Welcome(Scene scene, TrialSession session)
    {
        scene.Conversation = scene.Conversation with { DoorSession = null };
        scene.Say(BookingWords.About("events.welcome", session, scene));
        SigningUp.AskName(scene, session, [Choices.Menu]);
    }

    static void Short(Scene scene, TrialSession session, string key)
    {
        scene.Conversation = scene.Conversation with { DoorSession = null };
        scene.Say(BookingWords.About(key, session, scene));
        scene.Offer(new Step.InMenu(), [Choices.Menu]);
    }
}
