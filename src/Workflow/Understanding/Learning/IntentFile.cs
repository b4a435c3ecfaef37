using System.Text;
using MdtChatBot.Workflow.Content;
using YamlDotNet.RepresentationModel;

namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>One file <c>content/intents/&lt;language&gt;.yaml</c>: what youth write, by what it means.</summary>
public static class IntentFile
{
    /// <exception cref="FormatException">The file is not valid; the message names the file and the intent.</exception>
    public static IReadOnlyList<Utterance> Parse(string code, string yaml)
    {
        var file = $"content/intents/{code}.yaml";
        if (!YamlText.Root(file, yaml).Children.TryGetValue("intents", out var node) || node is not YamlMappingNode intents) throw new FormatException($"{file}: the section 'intents' is missing");
        return intents.Children.SelectMany(i => Read(file, code, ((YamlScalarNode)i.Key).Value ?? "", i.Value)).ToList();
    }

    /// <summary>Lines of one language as such a file; each intent in the order of <see cref="Intent"/>.</summary>
    public static string Write(string code, IReadOnlyList<Utterance> utterances)
    {
        var to = new StringBuilder();
        to.Append($"# Written by young people, masked, labelled by staff; to be read by somebody else before it goes into content/intents/{code}.yaml (ADR 22).\n");
        to.Append($"meta: {{language: {code}, made: \"youth, masked; labelled by staff\", review: \"none\"}}\nintents:\n");
        foreach (var intent in utterances.GroupBy(u => u.Intent).OrderBy(g => g.Key))
        {
            to.Append($"  {IntentName.Of(intent.Key)}:\n");
            foreach (var utterance in intent) to.Append($"    - {YamlText.Quoted(utterance.Words)}\n");
        }

        return to.ToString();
    }

    static IEnumerable<Utterance> Read(string file, string code, string name, YamlNode node)
    {
        var intent = IntentName.Parse(name) ?? throw new FormatException($"{file}: '{name}' is not one of {string.Join(", ", Enum.GetValues<Intent>().Select(IntentName.Of))}");
        if (node is not YamlSequenceNode list) throw new FormatException($"{file}, {name}: expected a list of sentences");
        return list.Children.Select(c => (c as YamlScalarNode)?.Value ?? "").Where(w => w.Length > 0).Select(words => new Utterance(words, intent, new Language(code)));
    }
}
