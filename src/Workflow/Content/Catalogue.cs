using System.Text;
using NodaTime.Text;

namespace MdtChatBot.Workflow.Content;

/// <summary>All texts in all languages: key, language and arguments in, words out.</summary>
public sealed class Catalogue
{
    static readonly LocalTimePattern TwentyFourHour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    readonly Dictionary<string, LanguageTexts> _languages;
    volatile TextLayer _layer = TextLayer.Empty;

    Catalogue(Dictionary<string, LanguageTexts> languages)
    {
        _languages = languages;
        Languages = languages.Values.Select(l => l.Language).OrderBy(l => l.Place).ThenBy(l => l.Code, StringComparer.Ordinal).ToList();
    }

    /// <summary>In the order of <see cref="Language.InOrder"/>; others follow by code.</summary>
    public IReadOnlyList<Language> Languages { get; }

    /// <summary>Reads the content files; <paramref name="files"/> maps a language code to the YAML text of <c>content/&lt;code&gt;.yaml</c>.</summary>
    /// <param name="phrasebook">The same of <c>content/phrasebook/&lt;code&gt;.yaml</c>; its texts have keys that begin with <see cref="Phrasebook.Prefix"/>.</param>
    /// <exception cref="FormatException">A file is not valid; the message names the file and the key.</exception>
    public static Catalogue Parse(IReadOnlyDictionary<string, string> files, IReadOnlyDictionary<string, string>? phrasebook = null)
    {
        if (!files.ContainsKey(Language.Dutch.Code)) throw new FormatException("content/nl.yaml is missing: Dutch is the first language of every text");
        var languages = InParallel.Parse(files, (code, yaml) => LanguageTexts.Parse(code, yaml, phrasebook?.GetValueOrDefault(code) ?? ""));
        foreach (var overlay in languages.Values.Where(l => l.BaseCode.Length > 0)) FillIn(overlay, languages);
        foreach (var language in languages.Values) language.Complete();
        var dutch = languages[Language.Dutch.Code];
        foreach (var language in languages.Values) DemandSameTexts(dutch, language);
        return new Catalogue(languages);
    }

    public bool Has(Language language) => _languages.ContainsKey(language.Code);

    public bool IsRightToLeft(Language language) => TextsOf(language).IsRightToLeft;

    /// <summary>All keys, the same in every language.</summary>
    public IReadOnlyCollection<string> Keys => TextsOf(Language.Dutch).Keys;

    /// <summary>What staff wrote in place of the files: swapped as a whole, while others read. A turn decides keys, so that only words depend on it.</summary>
    public TextLayer Layer
    {
        get => _layer;
        private set => _layer = value;
    }

    /// <summary>From now on these words count. What no longer fits the files (another argument, a key that is gone) is left out.</summary>
    public void Use(IEnumerable<TextOverride> overrides) => Layer = TextLayer.Of(overrides, text => Fitting(text) is { } pattern
        ? TextsOf(text.Language).IsRightToLeft ? pattern.WithLiterals(Isolates.AroundNumbers) : pattern
        : null);

    /// <summary>A text as the file has it, with its braces; empty where this language has none.</summary>
    public string SourceOf(string key, Language language) => _languages.TryGetValue(language.Code, out var texts) && texts.Keys.Contains(key) ? texts.Pattern(key).Source : "";

    /// <summary>The names of a text's arguments.</summary>
    public IReadOnlyList<string> ArgumentsOf(string key) => TextsOf(Language.Dutch).Pattern(key).ArgumentNames;

    /// <summary>Its arguments that are counts: they must be given as numbers.</summary>
    public IReadOnlyCollection<string> CountsOf(string key) => TextsOf(Language.Dutch).Pattern(key).CountNames;

    /// <summary>The words of a text in a language; a language without texts gets Dutch.</summary>
    /// <param name="text">What is said.</param>
    /// <param name="language">Of who reads it.</param>
    /// <param name="site">Whose own words go first; null where there is none, or where it is not known.</param>
    /// <exception cref="KeyNotFoundException">No such text, or an argument is missing: a bug, caught by the transcripts.</exception>
    public string Write(Text text, Language language, SiteId? site = null)
    {
        var texts = TextsOf(language);
        return Write(Pattern(text.Key, texts, site), text, texts, site);
    }

    /// <summary>A text in words that nobody reads yet: to look at before it is saved.</summary>
    /// <exception cref="FormatException">The words are no text.</exception>
    public string WriteDraft(string words, Text text, Language language) => Write(MessagePattern.Parse(words), text, TextsOf(language), null);

    /// <summary>A whole message in words.</summary>
    public Written Write(Saying saying, Language language, SiteId? site = null)
    {
        var written = saying.WithDutch && language != Language.Dutch
            ? WithDutch.Join(WriteIn(saying, language, site), WriteIn(saying, Language.Dutch, site), IsRightToLeft(language))
            : WriteIn(saying, language, site);
        return saying.Sound is null ? written : written with { Sound = saying.Sound };
    }

    Written WriteIn(Saying saying, Language language, SiteId? site)
    {
        var body = new StringBuilder();
        foreach (var part in saying.Parts)
        {
            if (body.Length > 0) body.Append("\n\n");
            body.Append(Write(part.Text, part.In ?? language, site));
        }

        return new Written(body.ToString(), saying.Choices.Select(c => Write(c, language, site)).ToList());
    }

    /// <summary>A text with its arguments left open: each is written by <paramref name="open"/>. Only for texts without plural or select.</summary>
    public string WriteOpen(string key, Language language, Func<string, string> open)
    {
        var to = new StringBuilder();
        var pattern = Pattern(key, TextsOf(language), null);
        if (pattern.Chooses) throw new FormatException($"content/{language}.yaml, {key}: a text with plural or select can't be a template");
        pattern.Write(to, open, _ => 0, _ => "other");
        return to.ToString();
    }

    /// <summary>The arguments of a message in words, by name, those of its first parts first: what a content template (WhatsApp) is filled with.</summary>
    public IReadOnlyDictionary<string, string> WriteArguments(Saying saying, Language language, SiteId? site = null)
    {
        var all = new Dictionary<string, string>();
        foreach (var part in saying.Parts)
        {
            if (part.Text.Args is not { } args) continue;
            var texts = TextsOf(part.In ?? language);
            foreach (var name in args.Keys) all.TryAdd(name, Word(part.Text, name, texts, site));
        }

        return all;
    }

    /// <summary>A date in words.</summary>
    public string Write(Arg.Day day, Language language) => TextsOf(language).Write(day.Value, day.Form);

    /// <summary>A choice in words.</summary>
    public WrittenChoice Write(Choice choice, Language language, SiteId? site = null) =>
        new(choice.Id, Write(choice.Label, language, site), choice.Description is { } description ? Write(description, language, site) : "");

    LanguageTexts TextsOf(Language language) => _languages.GetValueOrDefault(language.Code) ?? _languages[Language.Dutch.Code];

    MessagePattern Pattern(string key, LanguageTexts texts, SiteId? site) => _layer is { Count: > 0 } layer
        ? layer.Find(key, texts.Language, site) ?? layer.Find(key, texts.WriterOf(key), site) ?? texts.Pattern(key)
        : texts.Pattern(key);

    string Write(MessagePattern pattern, Text text, LanguageTexts texts, SiteId? site)
    {
        var to = new StringBuilder();
        pattern.Write(to, name => Word(text, name, texts, site), name => Count(text, name), n => PluralRules.CategoryOf(texts.Language, n));
        return to.ToString();
    }

    // Null where it does not fit.
    MessagePattern? Fitting(TextOverride text)
    {
        if (!_languages.TryGetValue(text.Language.Code, out var texts) || !texts.Keys.Contains(text.Key)) return null;
        try
        {
            var (mine, file) = (MessagePattern.Parse(text.Words), TextsOf(Language.Dutch).Pattern(text.Key));
            return mine.ArgumentNames.ToHashSet().SetEquals(file.ArgumentNames) && (file.Chooses || !mine.Chooses) ? mine : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    string Word(Text text, string name, LanguageTexts texts, SiteId? site) => ArgOf(text, name) switch
    {
        Arg.Word word => texts.IsRightToLeft ? Isolated(word.Value) : word.Value,
        Arg.Number number => number.Value.ToString(),
        Arg.Day day => texts.Write(day.Value, day.Form),
        Arg.Clock clock => texts.IsRightToLeft ? Isolates.LeftToRightIn(TwentyFourHour.Format(clock.Value)) : TwentyFourHour.Format(clock.Value),
        Arg.Key key => Write(key.Value, texts.Language, site),
        Arg.Keys keys => string.Join(texts.ListSeparator, keys.Values.Select(k => Write(k, texts.Language, site))),
        Arg.Local local => texts.IsRightToLeft ? Isolates.OwnDirectionIn(local.Value.In(texts.Language)) : local.Value.In(texts.Language),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static string Isolated(string word) =>
        word.Length > 0 && (word[0] is '+' || char.IsAsciiDigit(word[0]) || word.StartsWith("http", StringComparison.Ordinal))
            ? Isolates.LeftToRightIn(word)
            : Isolates.OwnDirectionIn(word);

    static int Count(Text text, string name) => ArgOf(text, name) is Arg.Number number ? number.Value : throw new KeyNotFoundException($"'{text.Key}' needs a number for '{name}'");

    static Arg ArgOf(Text text, string name) =>
        text.Args?.GetValueOrDefault(name) ?? throw new KeyNotFoundException($"'{text.Key}' was given no argument '{name}'");

    static void FillIn(LanguageTexts overlay, Dictionary<string, LanguageTexts> languages)
    {
        if (!languages.TryGetValue(overlay.BaseCode, out var full) || full.BaseCode.Length > 0)
            throw new FormatException($"content/{overlay.Language}.yaml, meta.base: there is no full language '{overlay.BaseCode}'");
        overlay.FillFrom(full);
    }

    static void DemandSameTexts(LanguageTexts dutch, LanguageTexts other)
    {
        var missing = Texts(dutch).Except(other.Keys).Order(StringComparer.Ordinal).ToList();
        if (missing.Count > 0) throw new FormatException($"content/{other.Language}.yaml has no text for: {string.Join(", ", missing)}");
        var extra = Texts(other).Except(dutch.Keys).Order(StringComparer.Ordinal).ToList();
        if (extra.Count > 0) throw new FormatException($"content/{other.Language}.yaml has texts that content/nl.yaml has not: {string.Join(", ", extra)}");
        foreach (var key in Texts(dutch))
        {
            var names = other.Pattern(key).ArgumentNames;
            if (!names.Order(StringComparer.Ordinal).SequenceEqual(dutch.Pattern(key).ArgumentNames.Order(StringComparer.Ordinal)))
                throw new FormatException($"content/{other.Language}.yaml, {key}: its arguments are not those of content/nl.yaml");
        }
    }

    static IEnumerable<string> Texts(LanguageTexts language) => language.Keys.Where(k => !k.StartsWith(LanguageTexts.About, StringComparison.Ordinal) && !k.StartsWith(Phrasebook.About, StringComparison.Ordinal));
}

/// <summary>A saying in words: what channels send.</summary>
public sealed record Written(string Body, IReadOnlyList<WrittenChoice> Choices)
{
    /// <summary>Address of the clip that goes with it, at <c>/clips/</c>; null without.</summary>
    public string? Sound { get; init; }

    /// <summary>The arguments of the first part as written, by name: they fill a content template (WhatsApp). Null where none can be used.</summary>
    public IReadOnlyDictionary<string, string>? Arguments { get; init; }

    /// <summary>The same with the coach who says it, for a template that announces it; null where no coach does.</summary>
    public static Written WithCoach(Written written, string? coachName) => coachName is not { Length: > 0 }
        ? written
        : written with { Arguments = new Dictionary<string, string>(written.Arguments ?? new Dictionary<string, string>()) { ["coachName"] = coachName } };
}

/// <summary>A choice in words. <paramref name="Description"/> is empty where there is none.</summary>
public sealed record WrittenChoice(string Id, string Label, string Description);
