using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>Which language: by list, by its name in any language, or by writing in it.</summary>
static class ChoosingLanguage
{
    /// <param name="scene">The turn.</param>
    /// <param name="likely">Listed first; while no language is chosen yet the question is asked in each of these.</param>
    public static void Ask(Scene scene, IReadOnlyList<Language> likely)
    {
        if (scene.Conversation.Language is null)
            foreach (var language in likely.SkipLast(1)) scene.Say("language.ask", language);
        var all = likely.Concat(scene.Catalogue.Languages).Distinct();
        scene.Ask(new Step.ChoosingLanguage(), "language.ask", all.Select(l => Choices.Of("lang:" + l, "language.names." + l)).ToList(), likely[^1]);
    }

    /// <summary>Not understood before a language was chosen: say so in the languages that were asked in.</summary>
    public static void AskAgain(Scene scene, string because = "fallback.first")
    {
        var asked = scene.Conversation.Offered.Where(c => Choices.Kind(c.Id) is "lang").Take(2).Select(c => new Language(Choices.Value(c.Id))).ToList();
        IReadOnlyList<Language> likely = asked.Count > 0 ? asked : [Language.Dutch, Language.English];
        foreach (var language in likely) scene.Say(because, language);
        Ask(scene, likely);
    }

    public static void Take(Scene scene, string code)
    {
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
        var named = scene.Phrases.LanguageNamed(heard);
        if (named is null && scene.Phrases.GuessLanguage(heard) is [var guessed]) named = guessed;
        if (named is not { } language || !scene.Catalogue.Has(language)) return false;
        Take(scene, language.Code);
        return true;
    }
}
