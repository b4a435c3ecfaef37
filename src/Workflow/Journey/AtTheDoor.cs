using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>
/// The code at the door: who has a seat is noted as there; who has none gets one if there is room; too early or too late is answered kindly.
/// </summary>
static class AtTheDoor
{
    /// <summary>A message with the code. The site stays where it is known: somebody may come from far.</summary>
    public static void Arrive(Scene scene, EntryCode code, Door door)
    {
        var session = Behind(scene, door);
        var conversation = scene.Conversation;
        scene.Conversation = conversation with
        {
            Site = conversation.Site ?? code.Site,
            Language = conversation.Language ?? (code.Language is { } language && scene.Catalogue.Has(language) ? language : null),
            CameWith = conversation.Step is Step.New ? code.Code : conversation.CameWith,
            DoorSession = session?.Id,
        };
        if (conversation.Step is Step.New) Welcoming.Enter(scene, Heard.Of(""));
        else if (session is null || scene.Conversation.Language is null) Welcoming.Again(scene);
        else At(scene, session);
    }

    /// <summary>Yes to a seat, or a yes to the questions before it.</summary>
    public static void Join(Scene scene, SessionId id)
    {
        if (scene.Facts.Offer.Session(id) is not { } session)
        {
            TheMenu.Show(scene);
            return;
        }

        scene.Conversation = scene.Conversation with { DoorSession = id };
        if (session.Event is not null) AtTheEvent.Join(scene, session);
        else if (HasPlace(scene, session) || !IsOpen(session, scene) || session.SeatsLeft == 0) At(scene, session);
        else BookingSeat.Want(scene, id, wait: false, insteadOf: null);
    }

    /// <summary>The last question is answered.</summary>
    public static void Seat(Scene scene, SessionId id)
    {
        if (scene.Facts.Offer.Session(id) is { } session && IsOpen(session, scene) && session.SeatsLeft > 0 && !HasPlace(scene, session))
        {
            Take(scene, session, pastCapacity: false);
            if (session.Ends > scene.Now) Welcome(scene, session);
        }
        else
        {
            Join(scene, id);
        }
    }

    /// <summary>Staff saw them come in without a seat. They have company now: nothing is said until it is over.</summary>
    public static void WalkedIn(Scene scene, SessionId id)
    {
        if (scene.Facts.Offer.Session(id) is not { Cancelled: false } session) return;
        if (session.Event is not null) AtTheEvent.WalkedIn(scene, session);
        else if (scene.Booking(id) is { Status: not (BookingStatus.Cancelled or BookingStatus.Waiting) }) AfterSession.Mark(scene, id, attended: true);
        else Take(scene, session, pastCapacity: true);
    }

    static void At(Scene scene, TrialSession session)
    {
        if (session.Event is not null) AtTheEvent.Scanned(scene, session);
        else if (session.Cancelled) AfterSession.OfferNewDay(scene, BookingWords.About("trial.cancelledByUs", session, scene), [Choices.NotNow, Choices.Menu]);
        else if (scene.Booking(session.Id) is { Status: BookingStatus.Attended }) SayShort(scene, session, "door.already", [Choices.Menu]);
        else if (scene.Now < Attendance.DoorOpens(session)) TooEarly(scene, session);
        else if (!IsOpen(session, scene)) SayShort(scene, session, "door.closed", Choices.AfterAnswer);
        else if (HasPlace(scene, session)) CheckIn(scene, session);
        else OfferSeat(scene, session);
    }

    static void CheckIn(Scene scene, TrialSession session)
    {
        AfterSession.Mark(scene, session.Id, attended: true);
        scene.Conversation = scene.Conversation with { DoorSession = null };
        // After the end they were asked how it was already.
        if (session.Ends > scene.Now) Welcome(scene, session);
    }

    static void OfferSeat(Scene scene, TrialSession session)
    {
        if (session.SeatsLeft == 0)
        {
            scene.Conversation = scene.Conversation with { DoorSession = null };
            AfterSession.OfferNewDay(scene, BookingWords.About("door.full", session, scene), [Choices.NotNow, Choices.Menu]);
        }
        else if (scene.Conversation.Consent is not Consent.Given)
        {
            GivingConsent.Ask(scene, then: null);
        }
        else
        {
            scene.Ask(
                new Step.InMenu(),
                BookingWords.About("door.walkIn", session, scene),
                [Choices.Of($"door:{session.Id.Value}", "door.join"), Choices.Of("go:trial", "common.buttons.otherDay"), Choices.Menu]);
        }
    }

    static void Take(Scene scene, TrialSession session, bool pastCapacity)
    {
        TakingBack.Remember(scene, session.Id, scene.Booking(session.Id), attended: true);
        scene.Do(new Effect.SeatWalkIn(session.Id, pastCapacity));
        scene.Record(JourneyStep.Attended, "walk-in");
        scene.Conversation = scene.Conversation with { Missed = 0, DoorSession = null };
        if (session.Ends > scene.Now) AfterSession.AskLater(scene, session, (scene.Booking(session.Id)?.Version ?? 0) + 1);
        else AfterSession.AskHowItWas(scene, session);
    }

    static void Welcome(Scene scene, TrialSession session)
    {
        scene.Say(BookingWords.About("door.welcome", session, scene));
        scene.Offer(new Step.InMenu(), [Choices.Menu]);
    }

    static void TooEarly(Scene scene, TrialSession session)
    {
        if (HasPlace(scene, session)) SayShort(scene, session, "door.early", [Choices.Of("go:appointment", "menu.items.appointment.title"), Choices.Menu]);
        else SayShort(scene, session, "door.earlyNoSeat", Choices.AfterAnswer);
    }

    static void SayShort(Scene scene, TrialSession session, string key, IReadOnlyList<Choice> choices)
    {
        scene.Conversation = scene.Conversation with { DoorSession = null };
        scene.Say(BookingWords.About(key, session, scene));
        scene.Offer(new Step.InMenu(), choices);
    }

    // A no-show who comes in late after all is there.
    public static bool HasPlace(Scene scene, TrialSession session) =>
        scene.Booking(session.Id) is { Status: BookingStatus.Offered or BookingStatus.Booked or BookingStatus.Confirmed or BookingStatus.NoShow or BookingStatus.Attended };

    public static bool IsOpen(TrialSession session, Scene scene) => !session.Cancelled && Attendance.IsDoorOpen(session, scene.Now);

    // Of a series the one that is on; else the next; else the last.
    static TrialSession? Behind(Scene scene, Door door)
    {
        var sessions = scene.Facts.Offer.Sessions;
        return door switch
        {
            Door.OfSession(var id) => scene.Facts.Offer.Session(id),
            Door.OfSeries(var series) => sessions.Where(s => s.Series == series && !s.Cancelled).OrderBy(s => Attendance.DoorCloses(s) < scene.Now).ThenBy(s => Math.Abs((s.Starts - scene.Now).TotalSeconds)).FirstOrDefault(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
