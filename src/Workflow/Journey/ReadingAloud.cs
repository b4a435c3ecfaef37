using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Workflow.Journey;

/// <summary>“🔊 Listen”: a button under a message of which somebody spoke a part, and the voice that follows a tap on it.</summary>
static class ReadingAloud
{
    /// <summary>The choices with the button, where there is a voice and a place is free: a list has ten rows, and answers in free words go out as one.</summary>
    public static IReadOnlyList<Choice> Offer(Scene scene, IReadOnlyList<Part> parts, IReadOnlyList<Choice> choices)
    {
        if (scene.Facts.Clips.Count == 0) return choices;
        var own = choices.Where(c => !IsOne(c)).ToList();
        if (own.Count >= Choices.Most) return own;
        foreach (var part in parts)
        {
            var language = (part.In ?? scene.Language).Code;
            if (scene.Facts.Clips.ContainsKey(new SpokenText(part.Text.Key, language))) return [.. own, Choices.Of($"listen:{language}:{part.Text.Key}", "voice.listen")];
        }

        return own;
    }

    /// <summary>Takes the value of a <c>listen:</c> choice: the voice, and what was asked stays asked.</summary>
    public static void Play(Scene scene, string value)
    {
        var at = value.IndexOf(':', StringComparison.Ordinal);
        var spoken = at < 0 ? default : new SpokenText(value[(at + 1)..], value[..at]);
        scene.Sound = spoken.Key is null ? null : scene.Facts.Clips.GetValueOrDefault(spoken);
        scene.Say(scene.Sound is null ? "voice.noClip" : "voice.clip");
        scene.KeepAsking([.. scene.Conversation.Offered.Where(c => !IsOne(c))]);
    }

    static bool IsOne(Choice choice) => Choices.Kind(choice.Id) is "listen";
}
