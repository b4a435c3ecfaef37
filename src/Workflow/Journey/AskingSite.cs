using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>Which AZC or town: by list, by name with slips, or by a shared location. Never an address.</summary>
static class AskingSite
{
    const int MostListed = 8;

    public static void Ask(Scene scene, Goal then) => scene.Ask(new Step.AskingSite(then), "intake.askPlace", SiteChoices(scene));

    public static List<Choice> SiteChoices(Scene scene) =>
    [
        .. scene.Facts.Offer.Sites.OrderBy(s => s.Name, StringComparer.Ordinal).Take(MostListed).Select(s => new Choice("site:" + s.Id, Text.Of("common.words", ("words", Arg.Of(s.Name))))),
        Choices.Person,
    ];

    /// <summary>Takes the value of a <c>site:</c> choice, for whatever the site was asked.</summary>
    public static void Take(Scene scene, string id)
    {
        if (scene.Facts.Offer.Site(new SiteId(id)) is not { } site)
        {
            scene.AskAgain();
            return;
        }

        if (scene.Conversation.Step is Step.AskingNewSite)
        {
            Moving.To(scene, site);
            return;
        }

        var then = scene.Conversation.Step is Step.AskingSite asking ? asking.Then : Goal.TrySession;
        Remember(scene, site);
        Going.To(scene, then);
    }

    public static void Remember(Scene scene, Site site)
    {
        scene.Conversation = scene.Conversation with { Site = site.Id };
        scene.Record(JourneyStep.SiteKnown, site.Id.Value);
    }

    /// <summary>The site that a message names; null where it names none.</summary>
    public static Site? Named(Scene scene, Heard heard)
    {
        var read = new PhraseReader();
        return scene.Facts.Offer.Sites.FirstOrDefault(s => Names(s).Any(name => read.Forgiving(name)?.IsIn(heard.Words) is true));
    }

    public static bool TakeWords(Scene scene, Heard heard)
    {
        if (Named(scene, heard) is { } site) Take(scene, site.Id.Value);
        else if (heard.Words.Count is 1 or 2 || (heard.Words.Count == 3 && scene.Phrases.TopicIn(heard, scene.Language) is null))
            scene.Ask(scene.Conversation.Step, "intake.placeUnknown", scene.Conversation.Offered);
        else return false;
        return true;
    }

    /// <summary>The site nearest to a shared location.</summary>
    public static Site? Nearest(Scene scene, GeoPoint at) => scene.Facts.Offer.Sites.MinBy(s => s.Position.KilometresTo(at));

    static IEnumerable<string> Names(Site site) => site.AlsoCalled.Prepend(site.Name);
}
