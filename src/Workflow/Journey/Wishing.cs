using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>A wish that nothing fits is kept without the youth and counted, so that organisations see what is missing (needs.md 29).</summary>
static class Wishing
{
    const int Longest = 80;

    public static void Ask(Scene scene) => Ask(scene, "wish.ask");

    public static void Ask(Scene scene, Text question) => scene.Ask(new Step.AskingWish(), question, [Choices.NotNow, Choices.Menu]);

    public static bool TakeWords(Scene scene, Heard heard)
    {
        if (heard.Normal.Length == 0 || scene.Phrases.TopicIn(heard, scene.Language) is not (null or Topic.Activities or Topic.BookTrial)) return false;
        var words = heard.Normal.Length <= Longest ? heard.Normal : heard.Normal[..Longest];
        scene.Do(new Effect.KeepWish(scene.Conversation.Site, words));
        scene.Ask(new Step.InMenu(), "wish.kept", [Choices.Trial, Choices.NotNow, Choices.Menu]);
        return true;
    }
}
