using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>Numbers first, at once, in the youth's language, with the way for who speaks no Dutch; a person is called; nothing else goes on (domain.md 9).</summary>
static class Crisis
{
    /// <param name="scene">The turn.</param>
    /// <param name="kind">Null where no phrase told it: then both numbers are given.</param>
    /// <param name="heard">The message.</param>
    public static void Answer(Scene scene, CrisisKind? kind, Heard heard)
    {
        scene.OpenHandoff(HandoffReason.Crisis, Urgency.Urgent);
        foreach (var language in LanguagesFor(scene, kind, heard)) SayNumbers(scene, kind, language);
        scene.Offer(scene.Conversation.Step, []);
    }

    static void SayNumbers(Scene scene, CrisisKind? kind, Language? language)
    {
        if (kind is CrisisKind.Suicide or null) scene.Say("crisis.suicide", language);
        if (kind is CrisisKind.Violence) scene.Say("crisis.violence", language);
        if (kind is CrisisKind.Danger or null) scene.Say("crisis.danger", language);
        scene.Say("crisis.interpreter", language);
        if (scene.Conversation.Age is AgeGroup.From16To17 or AgeGroup.Unknown) scene.Say("crisis.young", language);
        scene.Say("crisis.humanAlerted", language);
        SayThatNobodyWorks(scene, language);
        scene.Say("crisis.notMeant", language);
    }

    // Numbers first; then the truth about the person that was called.
    static void SayThatNobodyWorks(Scene scene, Language? language)
    {
        if (scene.Asked is { AtWork: var from } && (from is null || from > scene.Now)) FindingCoach.SayWhen(scene, language);
    }

    // Before a language was chosen: the ones it may be, else Dutch and English; two fit in one WhatsApp message, but not with both numbers in each.
    static IEnumerable<Language?> LanguagesFor(Scene scene, CrisisKind? kind, Heard heard)
    {
        if (scene.Conversation.Language is not null) return [null];
        var guessed = scene.Interpreter.LanguagesOf(heard).Where(scene.Catalogue.Has).Take(1).ToList();
        if (guessed.Count == 0 && kind is null && scene.Interpreter.LanguageOf(heard) is { } likely && scene.Catalogue.Has(likely)) guessed.Add(likely);
        return (guessed.Count > 0 ? guessed : [Language.Dutch, Language.English]).Select(l => (Language?)l);
    }
}
