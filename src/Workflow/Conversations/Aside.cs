using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Journey;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>What waits while a short question is asked in between.</summary>
/// <param name="Question">What was asked before; null where nothing was pending.</param>
/// <param name="Offered">The choices under it.</param>
/// <param name="Words">What was heard in a voice note, until the youth says that it is right; empty without.</param>
public sealed record Aside(Text? Question, IReadOnlyList<Choice> Offered, string Words = "");

/// <summary>A short question in between: answered or not, the one before is pending again.</summary>
static class Asides
{
    public static void Ask(Scene scene, Text question, IReadOnlyList<Choice> choices, string words = "")
    {
        scene.Conversation = scene.Conversation with { Aside = new Aside(scene.Conversation.Question, scene.Conversation.Offered, words) };
        scene.Say(question);
        scene.Offer(choices);
    }

    /// <summary>Whatever the youth wrote that is no answer to it ends it.</summary>
    public static void Leave(Scene scene, Inbound.Message message, Heard heard)
    {
        if (scene.Conversation.Aside is null || IsGuess(scene)) return;
        var answer = message.Tapped ?? (Answering.ChosenBy(heard, scene) is [var chosen, ..] ? chosen : "");
        if (!IsOne(answer)) Return(scene);
    }

    /// <summary>The question before is pending again; what was asked in between, null where nothing was.</summary>
    public static Aside? Return(Scene scene)
    {
        if (scene.Conversation.Aside is not { } aside) return null;
        // A message that came meanwhile, a reminder, has choices of its own: they stay.
        var isShown = IsGuess(scene) || scene.Conversation.Offered.Any(c => IsOne(c.Id));
        scene.Conversation = scene.Conversation with { Aside = null };
        if (isShown) scene.Conversation = scene.Conversation with { Question = aside.Question, Offered = aside.Offered };
        return aside;
    }

    /// <summary>“What do you mean?” stands there: its choices lead away, and are taken before the question before is back (<see cref="Guessing.Resume"/>).</summary>
    public static bool IsGuess(Scene scene) => scene.Conversation.Offered.Any(c => c.Id is Guessing.Neither);

    static bool IsOne(string id) => Choices.Kind(id) is "here" or "elsewhere" or "voice";
}
