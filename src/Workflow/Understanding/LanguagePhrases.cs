using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme;
using YamlDotNet.RepresentationModel;

namespace MdtChatBot.Workflow.Understanding;

/// <summary>One file <c>content/phrases/&lt;language&gt;.yaml</c>: the words that speakers of a language write.</summary>
sealed class LanguagePhrases
{
    public required Language Language { get; init; }

    public required WordList<Command> Commands { get; init; }

    public required WordList<SimpleAnswer> Answers { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<string>> LanguageNames { get; init; }

    public required IReadOnlyDictionary<Interest, PhraseList> Interests { get; init; }

    public required IReadOnlyDictionary<Topic, PhraseList> Questions { get; init; }

    public required IReadOnlyDictionary<CrisisKind, PhraseList> Crisis { get; init; }

    public required PhraseList NotCrisis { get; init; }

    /// <summary>The language whose words count here too; empty for all but overlays.</summary>
    public string BaseCode { get; init; } = "";

    /// <summary>
    /// With the words of the language it is spoken much like, its own first. Not those of a crisis: they are looked for in the words of all languages anyway.
    /// </summary>
    public LanguagePhrases Over(LanguagePhrases full) => new()
    {
        Language = Language,
        Commands = Commands.Over(full.Commands),
        Answers = Answers.Over(full.Answers),
        LanguageNames = Merged(LanguageNames, full.LanguageNames, (mine, other) => [.. mine, .. other]),
        Interests = Merged(Interests, full.Interests, (mine, other) => mine.Over(other)),
        Questions = Merged(Questions, full.Questions, (mine, other) => mine.Over(other)),
        Crisis = Enum.GetValues<CrisisKind>().ToDictionary(k => k, k => Crisis.GetValueOrDefault(k) ?? new PhraseList([])),
        NotCrisis = NotCrisis,
    };

    /// <exception cref="FormatException">The file is not valid; the message names the file and the section.</exception>
    public static LanguagePhrases Parse(string code, string yaml)
    {
        var file = $"content/phrases/{code}.yaml";
        var root = YamlText.Root(file, yaml);
        var overlaid = Overlaid(root);
        if (overlaid.Length > 0) AddEmptySections(root);
        return new LanguagePhrases
        {
            Language = new Language(code),
            BaseCode = overlaid,
            Commands = new WordList<Command>(Section<Command, string>(file, root, "commands", Whole)),
            Answers = new WordList<SimpleAnswer>(Section<SimpleAnswer, string>(file, root, "answers", Whole)),
            LanguageNames = Map(file, root, "languageNames").ToDictionary(s => s.Name, s => (IReadOnlyList<string>)Read(s.Items, Whole)),
            Interests = Listed(Section<Interest, Phrase>(file, root, "interests", Phrase.Parse)),
            // Written only where phrases answer questions, and the classifier does not.
            Questions = root.Children.ContainsKey(new YamlScalarNode("questions")) ? Listed(Section<Topic, Phrase>(file, root, "questions", Phrase.Parse)) : [],
            Crisis = Listed(Section<CrisisKind, Phrase>(file, root, "crisis", Phrase.ParseExact)),
            NotCrisis = new PhraseList(Read(ListOf(file, root, "notCrisis"), Phrase.ParseTogether)),
        };
    }

    static string Overlaid(YamlMappingNode root) =>
        root.Children.TryGetValue(new YamlScalarNode("meta"), out var meta) && meta is YamlMappingNode about && about.Children.TryGetValue(new YamlScalarNode("base"), out var other) ? ((YamlScalarNode)other).Value ?? "" : "";

    // An overlay may leave out whole sections.
    static void AddEmptySections(YamlMappingNode root)
    {
        foreach (var section in (string[])["commands", "answers", "languageNames", "interests", "crisis"])
            root.Children.TryAdd(new YamlScalarNode(section), new YamlMappingNode());
        root.Children.TryAdd(new YamlScalarNode("notCrisis"), new YamlSequenceNode());
    }

    static Dictionary<TName, TList> Merged<TName, TList>(IReadOnlyDictionary<TName, TList> mine, IReadOnlyDictionary<TName, TList> other, Func<TList, TList, TList> over)
        where TName : notnull => other.Keys.Union(mine.Keys).ToDictionary(k => k, k => (mine.TryGetValue(k, out var own), other.TryGetValue(k, out var full)) switch
        {
            (true, true) => over(own!, full!),
            (true, false) => own!,
            _ => full!,
        });

    static Dictionary<TName, PhraseList> Listed<TName>(Dictionary<TName, IReadOnlyList<Phrase>> section)
        where TName : notnull => section.ToDictionary(s => s.Key, s => new PhraseList(s.Value));

    static string? Whole(string written) => Heard.Of(written).Normal is { Length: > 0 } normal ? normal : null;

    static Dictionary<TName, IReadOnlyList<TItem>> Section<TName, TItem>(string file, YamlMappingNode root, string section, Func<string, TItem?> parse)
        where TName : struct, Enum
        where TItem : class
    {
        var items = new Dictionary<TName, IReadOnlyList<TItem>>();
        foreach (var (name, written) in Map(file, root, section))
        {
            if (!Enum.TryParse<TName>(name, ignoreCase: true, out var key)) throw new FormatException($"{file}, {section}: '{name}' is not one of {string.Join(", ", Enum.GetNames<TName>())}");
            items[key] = Read(written, parse);
        }

        var missing = Enum.GetValues<TName>().Where(n => !items.ContainsKey(n)).ToList();
        return missing.Count == 0 || Overlaid(root).Length > 0 ? items : throw new FormatException($"{file}, {section}: nothing for {string.Join(", ", missing)}");
    }

    static List<TItem> Read<TItem>(List<string> written, Func<string, TItem?> parse)
        where TItem : class => written.Select(parse).OfType<TItem>().ToList();

    static IEnumerable<(string Name, List<string> Items)> Map(string file, YamlMappingNode root, string section)
    {
        if (!root.Children.TryGetValue(new YamlScalarNode(section), out var node) || node is not YamlMappingNode map) throw new FormatException($"{file}: the section '{section}' is missing");
        return map.Children.Select(c => (((YamlScalarNode)c.Key).Value ?? "", Scalars(file, section, c.Value)));
    }

    static List<string> ListOf(string file, YamlMappingNode root, string section) =>
        root.Children.TryGetValue(new YamlScalarNode(section), out var node) ? Scalars(file, section, node) : throw new FormatException($"{file}: the section '{section}' is missing");

    static List<string> Scalars(string file, string section, YamlNode node) => node is YamlSequenceNode list
        ? list.Children.Select(c => (c as YamlScalarNode)?.Value ?? "").ToList()
        : throw new FormatException($"{file}, {section}: expected lists of words");
}
