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

    static IEnumerable<Utterance> Read(string file, string code, string name, YamlNode node)
    {
        var intent = IntentName.Parse(name) ?? throw new FormatException($"{file}: '{name}' is not one of {string.Join(", ", Enum.GetValues<Intent>().Select(IntentName.Of))}");
        if (node is not YamlSequenceNode list) throw new FormatException($"{file}, {name}: expected a list of sentences");
        return list.Children.Select(c => (c as YamlScalarNode)?.Value ?? "").Where(w => w.Length > 0).Select(words => new Utterance(words, intent, new Language(code)));
    }
}
