using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Reminders;

namespace MdtChatBot.Workflow.Journey;

/// <summary>After the session. Attended: how was it, and do you want to start. Missed: no blame, one-tap reason, its own help, new sessions.</summary>
static class AfterSession
{
    static readonly IReadOnlyList<Choice> Felt =
    [
        Choices.Of("felt:good", "feedback.buttons.good"),
        Choices.Of("felt:ok", "feedback.buttons.ok"),
        Choices.Of("felt:bad", "feedback.buttons.bad"),
    ];

    // The causes that the field study found (needs.md 1, 26).
    static readonly IReadOnlyList<Choice> Causes =
        new[] { "tired", "travel", "unclear", "otherProgramme", "moved", "fullHead", "other" }.Select(c => Choices.Of("missed:" + c, "missed.reasons." + c)).ToList();

    public static void Marked(Scene scene, Inbound.AttendanceMarked marked)
    {
        if (marked.Undone) TakingBack.Undo(scene, marked.Session);
        else Mark(scene, marked.Session, marked.Attended);
    }

    public static void Mark(Scene scene, SessionId id, bool attended)
    {
        if (scene.Booking(id) is not { Status: not (BookingStatus.Cancelled or BookingStatus.Waiting) } booking) return;
        if (booking.Status == (attended ? BookingStatus.Attended : BookingStatus.NoShow)) return;
        if (booking.Session.Event is not null)
        {
            AfterEvent.Mark(scene, booking, attended);
            return;
        }

        if (booking.Status is BookingStatus.Attended or BookingStatus.NoShow) TakingBack.TurnBack(scene, booking);
        TakingBack.Remember(scene, id, booking, attended);
        scene.Do(new Effect.RecordAttendance(id, attended));
        scene.Record(attended ? JourneyStep.Attended : JourneyStep.Missed);
        scene.Conversation = scene.Conversation with { Missed = attended ? 0 : scene.Conversation.Missed + 1 };
        if (booking.Session.Ends > scene.Now) AskLater(scene, booking.Session, booking.Version + 1);
        else Ask(scene, booking, attended);
    }

    /// <summary>Nobody is asked how it was while it is on; until its end a wrong tick can be taken back unseen.</summary>
    public static void AskLater(Scene scene, TrialSession session, int version) =>
        scene.Do(new Effect.SetTimer(new Reminders.Timer(TimerKind.AfterSession, session.Ends, new SetFor.ForBooking(session.Id, version))));

    /// <summary>The end of a session that was ticked while it was on.</summary>
    public static void Ask(Scene scene, Booking booking)
    {
        if (booking.Session.Event is not null) AfterEvent.FollowUp(scene, booking);
        else if (booking.Status is BookingStatus.Attended or BookingStatus.NoShow) Ask(scene, booking, booking.Status is BookingStatus.Attended);
    }

    static void Ask(Scene scene, Booking booking, bool attended)
    {
        if (attended) AskHowItWas(scene, booking.Session);
        else AskWhatWasWrong(scene, booking);
    }

    public static void AskHowItWas(Scene scene, TrialSession session)
    {
        if (scene.Conversation.Stopped) return;
        TakingBack.Note(scene, session.Id, t => t with { Asked = true });
        scene.Ask(new Step.AskingHowItWent(session.Id), BookingWords.About("feedback.ask", session, scene), Felt);
    }

    static void AskWhatWasWrong(Scene scene, Booking booking)
    {
        var second = scene.Conversation.Missed >= 2;
        if (second) scene.OpenHandoff(HandoffReason.SecondNoShow);
        TakingBack.Note(scene, booking.Session.Id, t => t with { Asked = !scene.Conversation.Stopped, Handoff = second ? HandoffReason.SecondNoShow : null });
        if (scene.Conversation.Stopped) return;
        if (second)
        {
            scene.Say("missed.second", ("firstName", Arg.Of(scene.Conversation.FirstName)));
            FindingCoach.SayWhen(scene);
            scene.Offer(new Step.InMenu(), [Choices.Trial, Choices.NotNow, Choices.Menu]);
            return;
        }

        scene.Ask(new Step.AskingMissedReason(booking.Session.Id), BookingWords.About("missed.first", booking.Session, scene), Causes);
    }

    public static void TakeFelt(Scene scene, string felt)
    {
        scene.Record(JourneyStep.Feedback, felt);
        switch (felt)
        {
            case "good":
                scene.Say("feedback.goodReply");
                Starting.Ask(scene);
                break;
            case "ok":
                scene.Say("feedback.okReply");
                Starting.Ask(scene);
                break;
            default:
                scene.Ask(new Step.InMenu(), "feedback.badReply", [Choices.Of("go:trial", "feedback.tryOther"), Choices.Person, Choices.NotNow]);
                break;
        }
    }

    public static void TakeCause(Scene scene, string cause)
    {
        scene.Record(JourneyStep.MissedReason, cause);
        if (scene.Conversation.Step is Step.AskingMissedReason(var session)) TakingBack.Note(scene, session, t => t with { Cause = cause });
        if (cause is "moved")
        {
            Moving.Ask(scene);
            return;
        }

        if (cause is "travel") scene.OpenHandoff(HandoffReason.TravelHelp);
        scene.Say(cause is "tired" or "travel" or "unclear" or "otherProgramme" or "fullHead" ? $"missed.help.{cause}" : "missed.help.other");
        OfferNewDay(scene, "missed.newDay", cause is "fullHead" ? [Choices.Pause, Choices.Person] : [Choices.NotNow, Choices.Person]);
    }

    /// <summary>Three new sessions, and a way out.</summary>
    public static void OfferNewDay(Scene scene, Text question, IReadOnlyList<Choice> others)
    {
        const int newOnes = 3;
        var suggestions = ChoosingSession.Near(scene).Take(newOnes).Select(s => ChoosingSession.ChoiceOf(s, scene)).ToList();
        scene.Ask(new Step.ChoosingSession(), question, [.. suggestions, .. others]);
    }
}
