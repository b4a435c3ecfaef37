using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>
/// “I moved to another AZC”, from the chat or by staff: old seats are freed, a note goes along, the old coach says goodbye by name and the new
/// one is introduced, sessions near the new place are offered. A site without a balie has whoever stands in as its coach.
/// </summary>
static class Moving
{
    static readonly IReadOnlyList<Choice> RightOrWrong = [Choices.Of("moved:yes", "moved.buttons.right"), Choices.Of("moved:no", "moved.buttons.wrong")];

    public static void Ask(Scene scene) => scene.Ask(new Step.AskingNewSite(), "moved.ask", AskingSite.SiteChoices(scene));

    /// <summary>The youth named the new place; one that we do not know (null) goes to a person.</summary>
    public static void To(Scene scene, Site? site)
    {
        if (site is null) scene.Say("moved.unknownPlace");
        else scene.Say("moved.done", ("place", Arg.Of(site.Name)));
        HandOver(scene, site, "", "");
        FreeSeats(scene);
        if (site is null) scene.Offer(new Step.InMenu(), [Choices.Menu]);
        else OfferHere(scene);
    }

    /// <summary>Staff say that the youth has moved: done at once, since the seats are needed; the youth confirms.</summary>
    public static void ByStaff(Scene scene, Inbound.StaffMoved moved)
    {
        var from = scene.Conversation.Site;
        if (from == moved.To || scene.Facts.Offer.Site(moved.To) is not { } site) return;
        scene.Say("moved.byStaff", ("staffName", Arg.Of(moved.StaffName)), ("place", Arg.Of(site.Name)));
        HandOver(scene, site, moved.Note, moved.StaffName);
        FreeSeats(scene);
        if (scene.Conversation.Stopped) scene.KeepSilent();
        else scene.Ask(new Step.ConfirmingMove(from), Text.Of("moved.isRight", ("place", Arg.Of(site.Name))), RightOrWrong);
    }

    /// <summary>Takes the value of a <c>moved:</c> choice: what staff said was right or not.</summary>
    public static void Take(Scene scene, string answer)
    {
        if (scene.Conversation.Step is not Step.ConfirmingMove(var from))
        {
            TheMenu.Show(scene);
        }
        else if (answer is "yes")
        {
            scene.Say("moved.confirmed");
            OfferHere(scene);
        }
        else
        {
            scene.Do(new Effect.HandOver(scene.Conversation.Site, from, "", ""));
            scene.Conversation = scene.Conversation with { Site = from };
            scene.OpenHandoff(HandoffReason.Moved);
            scene.Say("moved.notMoved");
            scene.Offer(new Step.InMenu(), [Choices.Menu]);
        }
    }

    /// <summary>The name of the new town.</summary>
    public static bool TakeWords(Scene scene, Heard heard)
    {
        var site = AskingSite.Named(scene, heard);
        if (site is null && (heard.Words.Count is 0 or > 4 || scene.Phrases.TopicIn(heard, scene.Language) is not (null or Topic.Moved))) return false;
        To(scene, site);
        return true;
    }

    // Whoever had the conversation gives it up; the new site's list gets it, with what was done so far.
    static void HandOver(Scene scene, Site? to, string note, string by)
    {
        var from = scene.Site;
        var oldCoach = scene.Facts.Handoff is { Taken: true } handoff ? handoff.CoachName : from?.WhoAnswers;
        scene.Conversation = scene.Conversation with { Site = to?.Id };
        scene.Record(JourneyStep.MovedAway, to?.Id.Value ?? "unknown");
        if (scene.Facts.Handoff is { Taken: true }) scene.Do(new Effect.CloseHandoff());
        scene.OpenHandoff(HandoffReason.Moved);
        scene.Do(new Effect.HandOver(from?.Id, to?.Id, note, by));
        if (to is null || to.Id == from?.Id) return;
        if (oldCoach is not null) scene.Say("moved.goodbye", ("coachName", Arg.Of(oldCoach)));
        scene.Say(to.HasBalie ? "moved.newCoach" : "moved.noBalie", ("place", Arg.Of(to.Name)), ("coachName", Arg.Of(scene.Asked?.To?.Name ?? to.WhoAnswers)));
    }

    static void OfferHere(Scene scene)
    {
        if (scene.Conversation.Consent is Consent.Given) AfterSession.OfferNewDay(scene, "missed.newDay", [Choices.NotNow, Choices.Menu]);
        else scene.Offer(new Step.InMenu(), Choices.AfterAnswer);
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
