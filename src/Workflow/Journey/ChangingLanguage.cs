using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>A youth who suddenly writes in another language is asked once whether to go on in it.</summary>
static class ChangingLanguage
{
    /// <summary>Adds the question to what was said, where this is the first time.</summary>
    public static void AskOnce(Scene scene, Heard heard)
    {
        if (scene.Conversation is not { Language: { } own, LanguageAsked: false, Step: not (Step.ChoosingLanguage or Step.AskingName or Step.AskingWish), Consent: not Consent.NotAsked }) return;
        if (scene.Interpreter.SureLanguageOf(heard) is not { } other || AreClose(own, other) || !scene.Catalogue.Has(other)) return;
        // Only where a question was answered and nothing else is open: no choices are taken from under what was asked.
        if (scene.OfferedNow != Choices.AfterAnswer) return;
        scene.Conversation = scene.Conversation with { LanguageAsked = true };
        scene.Say("language.goOn", other);
        scene.Say("language.goOn");
        scene.Offer([Choices.In(other), Choices.In(own)]);
    }

    // Speakers of one write words of the other: that is not another language.
    static bool AreClose(Language a, Language b) => a.IsAmong([b]) || (a.Code, b.Code) is ("ckb", "ku") or ("ku", "ckb");
}
