using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>
/// What a computer heard in a voice note: read back, and the youth's words only once they say that it is right. A crisis acts at once, right or not;
/// with a coach the sound stays for them, since a computer hears some languages badly.
/// </summary>
static class Speaking
{
    // More would not be read again.
    const int MostReadBack = 500;

    static readonly IReadOnlyList<Choice> RightOrWrong = [Choices.Of("voice:yes", "voice.buttons.right"), Choices.Of("voice:no", "voice.buttons.wrong")];

    public static void Take(Scene scene, Inbound.Spoken spoken)
    {
        var heard = Heard.Of(spoken.Words);
        if (scene.Interpreter.IsCrisis(heard, out var crisis))
        {
            Crisis.Answer(scene, crisis, heard);
            return;
        }

        if (WithCoach.IsSilent(scene)) return;
        if (spoken.Words.Length > 0) scene.Do(new Effect.DropRecording(spoken.Line));
        // Whoever was greeted a moment ago chooses a language first.
        if (scene.Conversation.Language is null) return;
        Asides.Return(scene);
        if (spoken.Words.Length == 0) NotUnderstood.Voice(scene, isKept: true);
        else Asides.Ask(scene, Text.Of("voice.heard", ("words", Arg.Of(Short(spoken.Words)))), RightOrWrong, spoken.Words);
    }

    /// <summary>Takes the value of a <c>voice:</c> choice.</summary>
    public static void Confirm(Scene scene, string answer)
    {
        var words = Asides.Return(scene)?.Words ?? "";
        if (words.Length == 0)
        {
            scene.AskAgain();
        }
        else if (answer is "yes")
        {
            Listening.To(scene, new Inbound.Message(words));
        }
        else
        {
            scene.Say("voice.again");
            NotUnderstood.AskAgainOrPerson(scene);
        }
    }

    static string Short(string words) =>
        words.Length <= MostReadBack ? words : words[..(char.IsHighSurrogate(words[MostReadBack - 1]) ? MostReadBack - 1 : MostReadBack)] + "…";
}
