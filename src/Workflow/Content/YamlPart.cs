using YamlDotNet.RepresentationModel;

namespace MdtChatBot.Workflow.Content;

/// <summary>What a language file consists of: words, lists of words, and maps of either.</summary>
abstract record YamlPart
{
    YamlPart() { }

    public sealed record Word(string Value) : YamlPart;

    public sealed record Words(IReadOnlyList<string> Values) : YamlPart;

    public sealed record Map(IReadOnlyList<KeyValuePair<string, YamlPart>> Children) : YamlPart
    {
        public YamlPart? this[string name] => Children.FirstOrDefault(c => c.Key == name).Value;
    }

    /// <summary>A whole file, by our own reader where it is plain enough, else by the library.</summary>
    /// <exception cref="FormatException">Not such a file; the message names <paramref name="file"/> and the line.</exception>
    public static Map Read(string file, string yaml) => PlainYaml.TryRead(yaml) ?? (Map)Of(file, YamlText.Root(file, yaml));

    /// <summary>The same, always by the library.</summary>
    public static YamlPart Of(string file, YamlNode node) => node switch
    {
        YamlScalarNode word => new Word(word.Value ?? ""),
        YamlSequenceNode list => new Words([.. list.Children.Select(c => c is YamlScalarNode word ? word.Value ?? "" : throw new FormatException($"{file}, line {c.Start.Line}: expected a list of words"))]),
        YamlMappingNode map => new Map([.. map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value ?? "", Of(file, c.Value)))]),
        _ => throw new FormatException($"{file}, line {node.Start.Line}: expected words, a list or a map"),
    };
}
