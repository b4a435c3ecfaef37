using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>What was not understood is kept for staff to label, without the youth: who gave no leave is left out, and so is what is said to a person or about oneself.</summary>
static class Collecting
{
    const int FewestWords = 2;

    public static void Keep(Scene scene, Heard heard)
    {
        if (!MayKeep(scene) || scene.Conversation.Language is not { } own) return;
        var masked = Masking.Of(heard.Original, scene.Phrases, Names(scene), Places(scene), own);
        // One word by itself is a name as often as a question.
        if (Heard.Of(masked).Words.Count < FewestWords) return;
        scene.Do(new Effect.KeepMisunderstood(LanguageOf(scene, heard, own), scene.Conversation.Site, masked, scene.Interpreter.Guess(heard)));
    }

    static bool MayKeep(Scene scene) =>
        scene.Facts is { KeepsMisunderstood: true, Handoff: null } && scene.Conversation.Consent is Consent.Given && !IsAboutSelf(scene.Conversation.Step);

    // What is answered to these says who somebody is, or how they are.
    static bool IsAboutSelf(Step step) => step is Step.AskingName or Step.AskingAge or Step.AskingSite or Step.AskingNewSite or Step.AskingWish
        or Step.AskingCannotReason or Step.AskingMissedReason or Step.AskingHowItWent;

    static Language LanguageOf(Scene scene, Heard heard, Language own) =>
        scene.Interpreter.SureLanguageOf(heard) is { } sure && sure != own.Base ? sure : own;

    static IEnumerable<string> Names(Scene scene) =>
    [
        scene.Conversation.FirstName,
        scene.Conversation.ReferredAs,
        (scene.Inbound as Inbound.Message)?.ProfileName ?? "",
        .. scene.Facts.Offer.Sites.Select(s => s.CoachName),
    ];

    static IEnumerable<string> Places(Scene scene) => scene.Facts.Offer.Sites.SelectMany(s => s.AlsoCalled.Prepend(s.Name));
}
