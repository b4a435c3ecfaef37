using MdtChatBot.Workflow.Content;
using NodaTime.Text;
using YamlDotNet.RepresentationModel;

namespace MdtChatBot.Workflow.Templates;

/// <summary><c>content/whatsapp/templates.yaml</c>, read.</summary>
sealed record TemplateFile
{
    public const string Name = "content/whatsapp/templates.yaml";

    static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static TemplateFile Empty { get; } = new();

    public IReadOnlyDictionary<string, TemplateSpec> Specs { get; init; } = new Dictionary<string, TemplateSpec>();

    /// <summary>WhatsApp's code of each language that it has templates in.</summary>
    public IReadOnlyDictionary<string, string> Languages { get; init; } = new Dictionary<string, string>();

    /// <summary>For a language that WhatsApp has no templates in: the one that the words of its stand-ins are in.</summary>
    public IReadOnlyDictionary<string, string> Carried { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, Arg> Samples { get; init; } = new Dictionary<string, Arg>();

    /// <summary>The stand-in for what a coach wrote; empty where there is none.</summary>
    public string Coach { get; init; } = "";

    public string Otherwise { get; init; } = "";

    /// <exception cref="FormatException">The file is not valid; the message names the key.</exception>
    public static TemplateFile Parse(string yaml)
    {
        var root = YamlText.Root(Name, yaml);
        var specs = Map(root, "templates").Children.ToDictionary(t => Word(t.Key), t => Spec(Word(t.Key), t.Value as YamlMappingNode ?? throw Wrong(Word(t.Key), "expected a mapping")));
        var file = new TemplateFile
        {
            Specs = specs,
            Languages = Words(root, "languages"),
            Carried = Words(root, "carried"),
            Samples = Words(root, "samples").ToDictionary(s => s.Key, s => Sample(s.Value)),
            Coach = Word(root, "coach"),
            Otherwise = Word(root, "otherwise"),
        };
        foreach (var standIn in specs.Values.Select(s => s.StandIn).OfType<string>().Append(file.Coach).Append(file.Otherwise).Where(s => s.Length > 0))
            if (!specs.TryGetValue(standIn, out var named) || !named.IsStandIn) throw Wrong(standIn, "is named as a stand-in and is none");
        return file;
    }

    static TemplateSpec Spec(string key, YamlMappingNode map)
    {
        TemplateCategory? category = Word(map, "category") switch
        {
            "" => null,
            var name when Enum.TryParse<TemplateCategory>(name, ignoreCase: true, out var known) => known,
            _ => throw Wrong(key, "category is utility or marketing"),
        };
        var parts = List(map, "parts");
        return new TemplateSpec(key, category, category is null ? [] : parts.Count > 0 ? parts : [key], List(map, "buttons"), Word(map, "standIn") is { Length: > 0 } standIn ? standIn : null);
    }

    /// <summary>A date as in 2026-03-05, a time as in 14:00, or words.</summary>
    static Arg Sample(string value) =>
        Clock.Parse(value).TryGetValue(default, out var time) ? Arg.Of(time)
        : LocalDatePattern.Iso.Parse(value).TryGetValue(default, out var date) ? new Arg.Day(date, DayForm.WeekdayDayMonth)
        : Arg.Of(value);

    static YamlMappingNode Map(YamlMappingNode root, string name) =>
        root.Children.TryGetValue(new YamlScalarNode(name), out var node) && node is YamlMappingNode map ? map : throw Wrong(name, "is missing");

    static Dictionary<string, string> Words(YamlMappingNode root, string name) => Map(root, name).Children.ToDictionary(c => Word(c.Key), c => Word(c.Value));

    static IReadOnlyList<string> List(YamlMappingNode map, string name) =>
        map.Children.TryGetValue(new YamlScalarNode(name), out var node) && node is YamlSequenceNode list ? [.. list.Children.Select(Word)] : [];

    static string Word(YamlMappingNode map, string name) => map.Children.TryGetValue(new YamlScalarNode(name), out var node) ? Word(node) : "";

    static string Word(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    static FormatException Wrong(string key, string what) => new($"{Name}, {key}: {what}");
}
