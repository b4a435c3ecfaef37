using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>Numbers first, at once, in the youth's language, with the way for who speaks no Dutch; a person is called; nothing else goes on (domain.md 9).</summary>
static class Crisis
{
    public static void Answer(Scene scene, CrisisKind kind, Heard heard)
    {
        scene.OpenHandoff(HandoffReason.Crisis, Urgency.Urgent);
        foreach (var language in LanguagesFor(scene, heard)) SayNumbers(scene, kind, language);
        scene.Offer(scene.Conversation.Step, []);
    }

    static void SayNumbers(Scene scene, CrisisKind kind, Language? language)
    {
        scene.Say(kind switch
        {
            CrisisKind.Suicide => "crisis.suicide",
            CrisisKind.Violence => "crisis.violence",
            _ => "crisis.danger",
        }, language);
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

    // Before a language was chosen: the ones it may be, else Dutch and English; two fit in one WhatsApp message.
    static IEnumerable<Language?> LanguagesFor(Scene scene, Heard heard)
    {
        if (scene.Conversation.Language is not null) return [null];
        var guessed = scene.Phrases.GuessLanguage(heard).Where(scene.Catalogue.Has).Take(1).ToList();
        return (guessed.Count > 0 ? guessed : [Language.Dutch, Language.English]).Select(l => (Language?)l);
    }
}
