using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Workflow.Journey;

/// <summary>The bot says so; after two in a row it says what it can do and offers a person. What was asked stays asked: “3” is still the third choice.</summary>
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
            scene.Say("fallback.second");
            AskAgainOrPerson(scene);
            return;
        }

        scene.Say("fallback.first");
        if (scene.Conversation.Offered.Count > 0 || scene.Conversation.Question is not null) scene.AskAgain();
        else TheMenu.Show(scene);
    }

    /// <summary>Photos and files are not fetched and not kept; a voice note waits at the provider for a coach.</summary>
    public static void Media(Scene scene, Inbound.Media media)
    {
        var text = TextFor(scene, media.Kind);
        if (scene.Conversation.Language is null)
        {
            ChoosingLanguage.AskAgain(scene, text);
            return;
        }

        if (media.Kind is MediaKind.Voice)
        {
            Voice(scene, media.Recording is not null);
            return;
        }

        scene.Say(text);
        if (scene.Conversation.Question is not null || IsYesOrNo(scene)) scene.AskAgain();
        else scene.Offer(scene.Conversation.Step, [Choices.Menu, Choices.Person]);
    }

    /// <summary>The pending question with a person beside its answers.</summary>
    public static void AskAgainOrPerson(Scene scene)
    {
        var pending = scene.Conversation.Offered;
        if (scene.Conversation.Question is null && pending.Count == 0) scene.Offer(scene.Conversation.Step, [Choices.Menu, Choices.Person]);
        else if (pending.Count < Choices.Most && !pending.Any(c => c.Id == Choices.Person.Id || Choices.Kind(c.Id) is "interest")) scene.AskAgain([.. pending, Choices.Person]);
        else scene.AskAgain();
    }

    /// <summary>Nobody could listen but a person.</summary>
    public static void Voice(Scene scene, bool isKept)
    {
        scene.Say("fallback.voice");
        if (isKept) scene.Say("voice.kept");
        AskAgainOrPerson(scene);
    }

    static string TextFor(Scene scene, MediaKind kind) => kind switch
    {
        MediaKind.Voice => "fallback.voice",
        MediaKind.Sticker when IsYesOrNo(scene) => "fallback.yesOrNo",
        MediaKind.Sticker => "fallback.emojiOnly",
        _ => "fallback.media",
    };

    // What a sticker shows is not told; whether it means yes or no is asked.
    static bool IsYesOrNo(Scene scene) => scene.Conversation.Offered.Any(c => Choices.MeansYes(c.Id)) && scene.Conversation.Offered.Any(c => Choices.MeansNo(c.Id));
}
