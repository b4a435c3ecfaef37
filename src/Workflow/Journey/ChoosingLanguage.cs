using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>Which language: by list, by its name in any language, or by writing in it.</summary>
static class ChoosingLanguage
{
    /// <summary>The last row turns the page.</summary>
    const int MostOnPage = Choices.Most - 1;

    /// <param name="scene">The turn.</param>
    /// <param name="likely">Listed first; while no language is chosen yet the question is asked in each of these.</param>
    public static void Ask(Scene scene, IReadOnlyList<Language> likely) => Ask(scene, likely, next: false);

    /// <summary>Not understood before a language was chosen: say so in the languages that were asked in.</summary>
    public static void AskAgain(Scene scene, string because = "fallback.first")
    {
        var likely = Asked(scene);
        foreach (var language in likely) scene.Say(because, language);
        Ask(scene, likely);
    }

    public static void Take(Scene scene, string code)
    {
        if (code is "next" or "first")
        {
            Ask(scene, Asked(scene), code is "next");
            return;
        }

        var language = new Language(code);
        if (!scene.Catalogue.Has(language))
        {
            scene.AskAgain();
            return;
        }

        var changed = scene.Conversation.Consent is not Consent.NotAsked;
        scene.Conversation = scene.Conversation with { Language = language };
        scene.Record(JourneyStep.LanguageChosen, code);
        scene.Say("language.chosen");
        if (changed) TheMenu.Show(scene);
        else GivingConsent.Ask(scene, then: null);
    }

    /// <summary>The language's name, or a message that can only be in one language.</summary>
    public static bool TakeWords(Scene scene, Heard heard)
    {
        if (scene.Interpreter.LanguagesOf(heard) is not [var language] || !scene.Catalogue.Has(language)) return false;
        Take(scene, language.Code);
        return true;
    }

    static void Ask(Scene scene, IReadOnlyList<Language> likely, bool next)
    {
        if (scene.Conversation.Language is null)
            foreach (var language in likely.SkipLast(1)) scene.Say("language.ask", language);
        scene.Ask(new Step.ChoosingLanguage(likely), "language.ask", Page(scene, InOrder(scene, likely), next, likely[^1]), likely[^1]);
    }

    // Nobody has a language yet, or theirs.
    static IReadOnlyList<Language> Asked(Scene scene) => scene switch
    {
        { Conversation.Step: Step.ChoosingLanguage { Likely: { Count: > 0 } likely } } => likely,
        { Conversation.Language: { } own } => [own],
        _ => [Language.Dutch, Language.English],
    };

    // Then by how many of the site's youth have it, then by how many of all.
    static List<Language> InOrder(Scene scene, IReadOnlyList<Language> likely) =>
        [.. likely.Concat(scene.Facts.Offer.SpokenAt(scene.Conversation.Site).Where(scene.Catalogue.Has)).Concat(scene.Catalogue.Languages).Distinct()];

    static IReadOnlyList<Choice> Page(Scene scene, List<Language> all, bool next, Language asked)
    {
        var rows = all.ConvertAll(Choices.In);
        if (rows.Count <= MostOnPage + 1) return rows;
        return next
            ? [.. rows.Skip(MostOnPage).Take(MostOnPage), new Choice("lang:first", Other(scene, asked))]
            : [.. rows.Take(MostOnPage), new Choice("lang:next", Other(scene, asked))];
    }

    // While no language is chosen it is read in the one that was asked in.
    static Text Other(Scene scene, Language asked) =>
        scene.Conversation.Language is null ? Text.Of("common.words", ("words", Arg.Of(scene.Catalogue.Write("language.other", asked)))) : "language.other";
}
