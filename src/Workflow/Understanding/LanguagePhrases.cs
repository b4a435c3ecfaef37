using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme;

namespace MdtChatBot.Workflow.Understanding;

/// <summary>One file <c>content/phrases/&lt;language&gt;.yaml</c>: the words that speakers of a language write.</summary>
sealed record LanguagePhrases
{
    public required Language Language { get; init; }

    public required WordList<Command> Commands { get; init; }

    public required WordList<SimpleAnswer> Answers { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<string>> LanguageNames { get; init; }

    public required PhraseList<Interest> Interests { get; init; }

    public required PhraseList<Topic> Questions { get; init; }

    /// <summary>Looked for in all languages at once, so they are filed there and not kept here.</summary>
    public required IReadOnlyList<(Phrase Phrase, CrisisKind Kind)> Crisis { get; init; }

    /// <inheritdoc cref="Crisis"/>
    public required IReadOnlyList<Phrase> NotCrisis { get; init; }

    /// <summary>What stands before a name: “my name is”.</summary>
    public required IReadOnlyList<Phrase> Names { get; init; }

    /// <summary>The language whose words count here too; empty for all but overlays.</summary>
    public string BaseCode { get; init; } = "";

    /// <summary>
    /// With the words of the language it is spoken much like, its own first. Not those of a crisis: they are looked for in the words of all languages anyway.
    /// </summary>
    public LanguagePhrases Over(LanguagePhrases full) => this with
    {
        Commands = Commands.Over(full.Commands),
        Answers = Answers.Over(full.Answers),
        LanguageNames = LanguageNames.Concat(full.LanguageNames).GroupBy(n => n.Key).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.SelectMany(n => n.Value)]),
        Interests = Interests.Over(full.Interests),
        Questions = Questions.Over(full.Questions),
    };

    /// <exception cref="FormatException">The file is not valid; the message names the file and the section.</exception>
    public static LanguagePhrases Parse(string code, string yaml)
    {
        var file = $"content/phrases/{code}.yaml";
        var root = YamlPart.Read(file, yaml);
        var overlaid = Overlaid(root);
        if (overlaid.Length > 0) root = WithAllSections(root);
        var read = new PhraseReader();
        return new LanguagePhrases
        {
            Language = new Language(code),
            BaseCode = overlaid,
            Commands = new WordList<Command>(Section<Command, string>(file, root, "commands", Wholes)),
            Answers = new WordList<SimpleAnswer>(Section<SimpleAnswer, string>(file, root, "answers", Wholes)),
            LanguageNames = Map(file, root, "languageNames").ToDictionary(s => s.Name, s => Wholes(s.Items)),
            Interests = new PhraseList<Interest>(Listed(Section<Interest, Phrase>(file, root, "interests", w => All(w, read.Forgiving)))),
            // Written only where phrases answer questions, and the classifier does not.
            Questions = new PhraseList<Topic>(root["questions"] is not null ? Listed(Section<Topic, Phrase>(file, root, "questions", w => All(w, read.Forgiving))) : []),
            Crisis = Listed(Section<CrisisKind, Phrase>(file, root, "crisis", w => All(w, read.Exact))),
            NotCrisis = All(ListOf(file, root, "notCrisis"), read.Together),
            Names = All(ListOf(file, root, "names"), read.Together),
        };
    }

    static string Overlaid(YamlPart.Map root) => root["meta"] is YamlPart.Map about && about["base"] is YamlPart.Word other ? other.Value : "";

    // An overlay may leave out whole sections.
    static YamlPart.Map WithAllSections(YamlPart.Map root) => new(
    [
        .. root.Children,
        .. ((string[])["commands", "answers", "languageNames", "interests", "crisis"]).Where(s => root[s] is null).Select(s => KeyValuePair.Create<string, YamlPart>(s, new YamlPart.Map([]))),
        .. ((string[])["notCrisis", "names"]).Where(s => root[s] is null).Select(s => KeyValuePair.Create<string, YamlPart>(s, new YamlPart.Words([]))),
    ]);

    static List<(Phrase Phrase, TName Meaning)> Listed<TName>(Dictionary<TName, IReadOnlyList<Phrase>> section)
        where TName : struct, Enum => section.SelectMany(s => s.Value.Select(phrase => (phrase, s.Key))).ToList();

    static IReadOnlyList<string> Wholes(IReadOnlyList<string> written) => [.. written.Select(w => Heard.Of(w).Normal).Where(normal => normal.Length > 0)];

    static IReadOnlyList<Phrase> All(IReadOnlyList<string> written, Func<string, Phrase?> read)
    {
        var all = new List<Phrase>(written.Count);
        foreach (var one in written)
            if (read(one) is { } phrase) all.Add(phrase);
        return all;
    }

    static Dictionary<TName, IReadOnlyList<TItem>> Section<TName, TItem>(string file, YamlPart.Map root, string section, Func<IReadOnlyList<string>, IReadOnlyList<TItem>> parse)
        where TName : struct, Enum
    {
        var items = new Dictionary<TName, IReadOnlyList<TItem>>();
        foreach (var (name, written) in Map(file, root, section))
        {
            if (!Enum.TryParse<TName>(name, ignoreCase: true, out var key)) throw new FormatException($"{file}, {section}: '{name}' is not one of {string.Join(", ", Enum.GetNames<TName>())}");
            items[key] = parse(written);
        }

        var missing = Enum.GetValues<TName>().Where(n => !items.ContainsKey(n)).ToList();
        return missing.Count == 0 || Overlaid(root).Length > 0 ? items : throw new FormatException($"{file}, {section}: nothing for {string.Join(", ", missing)}");
    }

    static IEnumerable<(string Name, IReadOnlyList<string> Items)> Map(string file, YamlPart.Map root, string section)
    {
        if (root[section] is not YamlPart.Map map) throw new FormatException($"{file}: the section '{section}' is missing");
        return map.Children.Select(c => (c.Key, Words(file, section, c.Value)));
    }

    static IReadOnlyList<string> ListOf(string file, YamlPart.Map root, string section) =>
        root[section] is { } part ? Words(file, section, part) : throw new FormatException($"{file}: the section '{section}' is missing");

    static IReadOnlyList<string> Words(string file, string section, YamlPart part) =>
        part is YamlPart.Words list ? list.Values : throw new FormatException($"{file}, {section}: expected lists of words");
}
