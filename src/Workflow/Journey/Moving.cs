using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>“I moved to another AZC”: old seats are freed, the coach passes on what was done, sessions near the new place are offered.</summary>
static class Moving
{
    public static void Ask(Scene scene) => scene.Ask(new Step.AskingNewSite(), "moved.ask", AskingSite.SiteChoices(scene));

    public static void To(Scene scene, Site site)
    {
        scene.Conversation = scene.Conversation with { Site = site.Id };
        scene.Record(JourneyStep.MovedAway, site.Id.Value);
        scene.OpenHandoff(HandoffReason.Moved);
        scene.Say("moved.done", ("place", Arg.Of(site.Name)));
        FreeSeats(scene);
        if (scene.Conversation.Consent is Consent.Given) AfterSession.OfferNewDay(scene, "missed.newDay", [Choices.NotNow, Choices.Menu]);
        else scene.Offer(new Step.InMenu(), Choices.AfterAnswer);
    }

    /// <summary>The name of the new town; one that we do not know goes to a person.</summary>
    public static bool TakeWords(Scene scene, Heard heard)
    {
        if (AskingSite.Named(scene, heard) is { } site)
        {
            To(scene, site);
            return true;
        }

        if (heard.Words.Count is 0 or > 4 || scene.Phrases.TopicIn(heard, scene.Language) is not (null or Topic.Moved)) return false;
        scene.Conversation = scene.Conversation with { Site = null };
        scene.Record(JourneyStep.MovedAway, "unknown");
        scene.OpenHandoff(HandoffReason.Moved);
        scene.Say("moved.unknownPlace");
        FreeSeats(scene);
        scene.Offer(new Step.InMenu(), [Choices.Menu]);
        return true;
    }

    static void FreeSeats(Scene scene)
    {
        foreach (var booking in scene.OpenBookings)
        {
            scene.Do(new Effect.CancelBooking(booking.Session.Id, CancelReason.Moved));
            scene.Say(BookingWords.About("moved.cancelledOld", booking.Session, scene));
        }
    }
}
