using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;

namespace MdtChatBot.Workflow.Journey;

/// <summary>“I can’t come”: the seat is free at once; why is asked once, and each reason has its own help.</summary>
static class AfterCancelling
{
    static readonly IReadOnlyList<Choice> Reasons =
    [
        Choices.Of("reason:tired", "reminder.reasons.tired"),
        Choices.Of("reason:school", "reminder.reasons.school"),
        Choices.Of("reason:travel", "reminder.reasons.travel"),
        Choices.Of("reason:nervous", "reminder.reasons.nervous"),
        Choices.Of("reason:otherAppointment", "reminder.reasons.otherAppointment"),
        Choices.Of("reason:other", "reminder.reasons.other"),
        Choices.Of("go:trial", "common.buttons.otherDay"),
    ];

    static readonly IReadOnlyList<Choice> NextSteps = [Choices.Of("go:trial", "common.buttons.otherDay"), Choices.NotNow, Choices.Person];

    public static void Cancel(Scene scene, SessionId id)
    {
        if (scene.Booking(id) is not { IsOpen: true })
        {
            Appointment.Show(scene);
            return;
        }

        scene.Do(new Effect.CancelBooking(id, CancelReason.ByYouth));
        scene.Record(JourneyStep.Cancelled, nameof(CancelReason.ByYouth));
        scene.Say("trial.cancelled");
        if (scene.Booking(id) is { Session.Event: not null }) scene.Offer(new Step.InMenu(), [Choices.Menu]);
        else if (scene.Conversation.Stopped) scene.Offer(new Step.InMenu(), []);
        else scene.Ask(new Step.AskingCannotReason(id), "reminder.askReason", Reasons);
    }

    public static void TakeReason(Scene scene, string reason)
    {
        scene.Record(JourneyStep.Cancelled, reason);
        var step = new Step.InMenu();
        switch (reason)
        {
            case "tired":
                scene.Ask(step, "reminder.reasonTired", [Choices.Of("go:trial", "common.buttons.otherDay"), Choices.Pause, Choices.NotNow]);
                break;
            case "travel":
                scene.OpenHandoff(HandoffReason.TravelHelp);
                scene.Ask(step, "reminder.reasonTravel", NextSteps);
                break;
            case "nervous":
                scene.Ask(step, "reminder.reasonNervous", [Choices.Of("go:together", "reminder.together"), Choices.Of("go:trial", "common.buttons.otherDay"), Choices.NotNow]);
                break;
            default:
                scene.Ask(step, "reminder.reasonThanks", NextSteps);
                break;
        }
    }

    /// <summary>A coach cancels for the youth; nobody asks why.</summary>
    public static void Withdrawn(Scene scene, Inbound.SeatWithdrawn withdrawn)
    {
        if (scene.Booking(withdrawn.Session) is not { IsOpen: true } booking) return;
        scene.Do(new Effect.CancelBooking(withdrawn.Session, CancelReason.ByCoach));
        scene.Record(JourneyStep.Cancelled, nameof(CancelReason.ByCoach));
        if (scene.Conversation.Stopped) return;
        scene.Say(BookingWords.About("handoff.withdrawn", booking.Session, scene, ("coachName", Arg.Of(withdrawn.CoachName))));
        scene.Offer(new Step.InMenu(), []);
    }

    /// <summary>Someone to go with: the coach looks for one.</summary>
    public static void AskTogether(Scene scene)
    {
        scene.OpenHandoff(HandoffReason.GoTogether);
        scene.Say("reminder.buddyAsked");
        FindingCoach.SayWhen(scene);
        scene.Offer(new Step.InMenu(), [Choices.Trial, Choices.Menu]);
    }
}
