using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Invitations;

namespace MdtChatBot.Workflow.Journey;

/// <summary>STOP, in any language and at any moment: at once. Whoever writes again is back.</summary>
static class Stopping
{
    public static void Stop(Scene scene)
    {
        if (!scene.Conversation.Stopped) scene.Record(JourneyStep.Stopped);
        scene.Conversation = scene.Conversation with { Stopped = true, Asks = scene.Conversation.Asks + 1 };
        Permitting.Withdraw(scene, ConsentWay.Stop);
        scene.Say("stop.done");
        if (scene.Conversation.Language is null) scene.Say("stop.done", Language.English);
        if (scene.OpenBookings is [var booking, ..])
        {
            scene.Ask(
                new Step.ConfirmingStop(),
                BookingWords.About("stop.appointmentStays", booking.Session, scene),
                [Choices.Of("dropstopped:yes", "common.buttons.yes"), Choices.Of("dropstopped:no", "common.buttons.no")]);
        }
        else
        {
            scene.Offer(new Step.InMenu(), []);
        }
    }

    /// <summary>Whether the appointments go too.</summary>
    public static void TakeAppointments(Scene scene, string answer)
    {
        if (answer is "yes")
        {
            foreach (var booking in scene.OpenBookings) scene.Do(new Effect.CancelBooking(booking.Session.Id, CancelReason.Stopped));
            scene.Record(JourneyStep.Cancelled, nameof(CancelReason.Stopped));
            scene.Say("trial.cancelled");
        }

        scene.Offer(new Step.InMenu(), []);
    }

    public static void Return(Scene scene)
    {
        if (!scene.Conversation.Stopped && scene.Conversation.PausedUntil is null) return;
        scene.Conversation = scene.Conversation with { Stopped = false, PausedUntil = null, Asks = scene.Conversation.Asks + 1 };
        scene.Record(JourneyStep.Returned);
    }
}
