using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>From what a youth wrote to the choices they meant: number in any digits, label, near-miss, yes or no.</summary>
static class Answering
{
    /// <summary>The ids of the choices meant, in the order they were named; empty where it is none of them.</summary>
    public static IReadOnlyList<string> ChosenBy(Heard heard, Scene scene)
    {
        var offered = scene.Conversation.Offered;
        if (offered.Count == 0) return [];
        if (ByNumbers(heard, offered) is { Count: > 0 } numbered) return numbered;
        if (ByLabel(heard, offered, scene) is { } labelled) return [labelled];
        return ByYesOrNo(heard, offered, scene) is { } answered ? [answered] : [];
    }

    static List<string> ByNumbers(Heard heard, IReadOnlyList<Choice> offered)
    {
        var numbers = heard.Words.Where(w => w is not ("en" or "and" or "و" or "ve")).ToList();
        if (numbers.Count == 0 || !numbers.TrueForAll(w => int.TryParse(w, out var n) && n >= 1 && n <= offered.Count)) return [];
        return numbers.Select(w => offered[int.Parse(w) - 1].Id).Distinct().ToList();
    }

    static string? ByLabel(Heard heard, IReadOnlyList<Choice> offered, Scene scene)
    {
        if (heard.Normal.Length == 0) return null;
        IReadOnlyList<Language> read = scene.ReadsDutchBelow ? [scene.Language, Language.Dutch] : [scene.Language];
        var labels = read.SelectMany(language => offered.Select(c => (c.Id, Label: Heard.Of(scene.Catalogue.Write(c.Label, language, scene.Conversation.Site)).Normal))).ToList();
        return labels.FirstOrDefault(l => l.Label == heard.Normal).Id
            ?? labels.FirstOrDefault(l => NearMiss.Same(heard.Normal, l.Label)).Id
            ?? OnlyOne(labels.Where(l => heard.Normal.Length >= 4 && l.Label.StartsWith(heard.Normal + " ", StringComparison.Ordinal)).Select(l => l.Id).Distinct());
    }

    static string? ByYesOrNo(Heard heard, IReadOnlyList<Choice> offered, Scene scene) => scene.Phrases.AnswerIn(heard, scene.Conversation.Language) switch
    {
        SimpleAnswer.Yes => offered.FirstOrDefault(c => Choices.MeansYes(c.Id))?.Id,
        SimpleAnswer.No => offered.FirstOrDefault(c => Choices.MeansNo(c.Id))?.Id,
        _ => null,
    };

    static string? OnlyOne(IEnumerable<string> ids) => ids.Take(2).ToList() is [var one] ? one : null;
}
