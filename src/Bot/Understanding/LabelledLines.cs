using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Understanding;
using MdtChatBot.Workflow.Understanding.Learning;

namespace MdtChatBot.Bot.Understanding;

/// <summary>Lines that staff labelled, held against what is learned from already.</summary>
/// <param name="New">Not among it.</param>
/// <param name="Known">How many stand there with the same meaning.</param>
/// <param name="Disputed">Those that stand there with another.</param>
sealed record LabelledLines(IReadOnlyList<Utterance> New, int Known, IReadOnlyList<(Utterance Line, Intent Intent)> Disputed)
{
    public static LabelledLines Of(IReadOnlyList<Utterance> labelled, Lessons lessons)
    {
        var there = lessons.Utterances.ToLookup(Key, u => u.Intent);
        return new LabelledLines(
            [.. labelled.Where(l => !there.Contains(Key(l)))],
            labelled.Count(l => there[Key(l)].Contains(l.Intent)),
            [.. labelled.Where(l => there.Contains(Key(l)) && !there[Key(l)].Contains(l.Intent)).Select(l => (l, there[Key(l)].First()))]);
    }

    static (Language, string) Key(Utterance utterance) => (utterance.Language, Heard.Of(utterance.Words).Normal);
}
