using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;

namespace MdtChatBot.Workflow.Journey;

/// <summary>An invitation to an event: what, when, where, and three answers. Each is kept, so that nobody asks twice; each can be changed.</summary>
static class Inviting
{
    /// <summary>Staff invite; that the youth may be asked now is known (<see cref="InvitationTurn"/>).</summary>
    /// <param name="words">A sentence by who invites, in the youth's language; empty without.</param>
    public static void Invite(Scene scene, TrialSession session, string words)
    {
        scene.Record(JourneyStep.Invited, session.Event!.Kind.ToString());
        Say(scene, session, words);
        scene.Offer(Choices.Rsvp(session.Id));
    }

    /// <summary>Somebody who scanned the code of an event that is still to come.</summary>
    public static void Ask(Scene scene, TrialSession session)
    {
        Say(scene, session, "");
        scene.Offer(new Step.InMenu(), Choices.Rsvp(session.Id));
    }

    /// <summary>Takes the value of an <c>rsvp:</c> choice: <c>yes:42</c>, <c>no:42</c>, <c>later:42</c>, <c>change:42</c>.</summary>
    public static void Take(Scene scene, string value)
    {
        if (EventOf(scene, Choices.Value(value)) is not { } session)
        {
            Appointment.Show(scene);
            return;
        }

        switch (Choices.Kind(value))
        {
            case "yes": SigningUp.Want(scene, session); break;
            case "change": SigningUp.ChangeGuests(scene, session); break;
            case "no": Keep(scene, session, BookingStatus.Declined); break;
            default: Keep(scene, session, BookingStatus.NotNow); break;
        }
    }

    /// <summary>The event that a choice names; null where there is none of this id.</summary>
    public static TrialSession? EventOf(Scene scene, string id) =>
        long.TryParse(id, out var number) && scene.Facts.Offer.Session(new SessionId(number)) is { Event: not null } session ? session : null;

    static void Keep(Scene scene, TrialSession session, BookingStatus answer)
    {
        var had = scene.Booking(session.Id);
        if (had is not { Status: BookingStatus.Attended or BookingStatus.NoShow })
        {
            scene.Do(new Effect.KeepAnswer(session.Id, answer));
            scene.Record(JourneyStep.InvitationAnswered, answer.ToString());
        }

        scene.Conversation = scene.Conversation with { DoorSession = null };
        scene.Say(had is { IsOpen: true } ? "trial.cancelled" : answer is BookingStatus.Declined ? "events.declined" : "events.notNow");
        scene.Offer(new Step.InMenu(), [Choices.Menu]);
    }

    static void Say(Scene scene, TrialSession session, string words)
    {
        scene.Say(BookingWords.About("events.invitation", session, scene));
        if (words.Length > 0) scene.Say("events.sentence", ("words", Arg.Of(words)));
        EventWords.SayAbout(scene, session, session.Event!);
        scene.Say("events.ask");
    }
}
