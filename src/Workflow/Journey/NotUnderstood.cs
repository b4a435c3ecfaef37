using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Workflow.Journey;

/// <summary>The bot says so; after two in a row it says what it can do and offers a person.</summary>
static class NotUnderstood
{
    /// <param name="scene">The turn.</param>
    /// <param name="times">How many messages in a row were not understood, this one included.</param>
    public static void Answer(Scene scene, int times)
    {
        scene.Conversation = scene.Conversation with { Misunderstood = times };
        if (scene.Conversation.Language is null)
        {
            ChoosingLanguage.AskAgain(scene);
            return;
        }

        if (times >= 2)
        {
            scene.Say("fallback.outOfScope");
            scene.Ask(scene.Conversation.Step, "fallback.second", [Choices.Person, Choices.Menu]);
            return;
        }

        scene.Say("fallback.first");
        if (scene.Conversation.Offered.Count > 0 || scene.Conversation.Question is not null) scene.AskAgain();
        else TheMenu.Show(scene);
    }

    /// <summary>Photos, files and voice are not fetched and not kept.</summary>
    public static void Media(Scene scene, MediaKind kind)
    {
        scene.Say(kind switch
        {
            MediaKind.Voice => "fallback.voice",
            MediaKind.Sticker => "fallback.emojiOnly",
            _ => "fallback.media",
        });
        if (scene.Conversation.Question is not null) scene.AskAgain();
        else scene.Offer(scene.Conversation.Step, [Choices.Menu, Choices.Person]);
    }
}
