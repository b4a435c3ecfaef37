using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;

namespace MdtChatBot.Workflow.Journey;

/// <summary>A shared location: answers “where do you live” with the nearest site; at any other moment the youth is asked whether they live there now.</summary>
static class Locating
{
    // Further away nobody would call it close.
    const double FarInKilometres = 60;

    public static void Take(Scene scene, GeoPoint at)
    {
        var near = scene.Conversation.Language is null ? null : AskingSite.Nearest(scene, at);
        if (near is not null && scene.Conversation.Step is Step.AskingSite or Step.AskingNewSite) AskingSite.Take(scene, near.Id.Value);
        else if (near is null || near.Position.KilometresTo(at) > FarInKilometres) NotUnderstood.Answer(scene, times: 1);
        else if (near.Id == scene.Conversation.Site) SayHere(scene, near);
        else Asides.Ask(scene, About("location.near", near), [Choices.Of($"here:{near.Id}", "common.buttons.yes"), Choices.Of("elsewhere:no", "common.buttons.no")]);
    }

    /// <summary>Takes the value of a <c>here:</c> choice: the youth lives near this site now.</summary>
    public static void Here(Scene scene, string id)
    {
        Asides.Return(scene);
        if (scene.Facts.Offer.Site(new SiteId(id)) is not { } site)
        {
            scene.AskAgain();
        }
        else if (scene.Conversation.Site is { } known && known != site.Id)
        {
            Moving.To(scene, site);
        }
        else
        {
            if (scene.Conversation.Site is null) AskingSite.Remember(scene, site);
            SayHere(scene, site);
        }
    }

    /// <summary>They do not live there.</summary>
    public static void Elsewhere(Scene scene)
    {
        Asides.Return(scene);
        scene.Say("location.notNow");
        Answers.BackToQuestion(scene, Choices.AfterAnswer);
    }

    static void SayHere(Scene scene, Site site)
    {
        scene.Say(About("location.same", site));
        Answers.BackToQuestion(scene, Choices.AfterAnswer);
    }

    static Text About(string key, Site site) => Text.Of(key, ("place", Arg.Of(site.Name)));
}
