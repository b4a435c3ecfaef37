using MdtChatBot.Workflow.Content;
using YamlDotNet.RepresentationModel;

namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>Phrases by which questions are known, as utterances: where a language has them they are as good a lesson as whole sentences.</summary>
static class PhraseLessons
{
    public static IEnumerable<Utterance> Parse(string code, string yaml)
    {
        var root = YamlText.Root($"content/phrases/{code}.yaml", yaml);
        if (!root.Children.TryGetValue("questions", out var node) || node is not YamlMappingNode questions) yield break;
        foreach (var (name, phrases) in questions.Children)
        {
            if (!Enum.TryParse<Topic>(((YamlScalarNode)name).Value, ignoreCase: true, out var topic) || TopicIntent.Of(topic) is not { } intent) continue;
            foreach (var phrase in ((YamlSequenceNode)phrases).Children)
                yield return new Utterance(((YamlScalarNode)phrase).Value?.Replace("*", "", StringComparison.Ordinal) ?? "", intent, new Language(code));
        }
    }
}
