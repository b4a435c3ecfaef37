namespace MdtChatBot.Workflow.Content.Checking;

/// <summary>One language as a reviewer reads it, Dutch and English beside it, and what comes back from them.</summary>
public sealed class ReviewSheet
{
    const string NotRead = "none";

    readonly ContentRules _rules;
    readonly ContentCheck _check;
    readonly Dictionary<string, (TextFile Texts, TextFile Phrasebook)> _languages;

    /// <param name="rules">What every text keeps to.</param>
    /// <param name="texts">YAML by language code, of <c>content/</c>.</param>
    /// <param name="phrasebooks">The same of <c>content/phrasebook/</c>.</param>
    /// <exception cref="FormatException">A file is not valid YAML.</exception>
    public ReviewSheet(ContentRules rules, IReadOnlyDictionary<string, string> texts, IReadOnlyDictionary<string, string> phrasebooks)
    {
        (_rules, _check) = (rules, new ContentCheck(rules));
        _languages = texts.ToDictionary(t => t.Key, t => (
            TextFile.Parse($"content/{t.Key}.yaml", t.Value),
            TextFile.Parse($"content/phrasebook/{t.Key}.yaml", phrasebooks.GetValueOrDefault(t.Key, "{}"), Phrasebook.Prefix)));
    }

    public IReadOnlyCollection<string> Languages => _languages.Keys;

    /// <summary>A row for each text, in the order of the Dutch files.</summary>
    public IReadOnlyList<ReviewRow> Rows(string code) => [.. Keys().Select(key => new ReviewRow(
        key,
        key[..key.IndexOf('.', StringComparison.Ordinal)],
        WordsOf(key, Language.Dutch.Code),
        WordsOf(key, Language.English.Code),
        WordsOf(key, code),
        _rules.KindOf(key).Longest.ToString(),
        NoteOn(key),
        StatusOf(key, code)))];

    /// <summary>What a reviewer sent back: taken as a whole, or refused as a whole with every reason.</summary>
    /// <param name="code">The language.</param>
    /// <param name="lines">What stands in the file they sent.</param>
    /// <param name="review">When and by whom, as <c>2026-12-01 by Fatima</c>; empty where nobody says so.</param>
    public ReviewOutcome Read(string code, IReadOnlyList<ReviewLine> lines, string review)
    {
        var refused = lines.SelectMany((line, i) => FaultsOf(code, line, lines.Take(i)).Select(f => (line.Line, f))).ToList();
        if (refused.Count > 0) return new ReviewOutcome.Refused(refused);
        var changed = lines.Where(l => l.Words != WordsOf(l.Key, code)).ToDictionary(l => l.Key, l => l.Words);
        var read = review.Length == 0 ? [] : lines.Where(l => l.Words.Length > 0).Select(l => SectionOf(l.Key)).Distinct().ToDictionary(key => key, _ => review);
        var all = changed.Concat(read).ToLookup(w => IsOfPhrasebook(w.Key));
        return new ReviewOutcome.Accepted(_languages[code].Texts.With(all[false].ToDictionary()), _languages[code].Phrasebook.With(all[true].ToDictionary()), [.. changed.Keys]);
    }

    IEnumerable<Fault> FaultsOf(string code, ReviewLine line, IEnumerable<ReviewLine> before)
    {
        if (!Keys().Contains(line.Key)) return [new Fault(code, line.Key, FaultKind.Extra)];
        if (before.Any(b => b.Key == line.Key)) return [new Fault(code, line.Key, FaultKind.Twice)];
        var dutch = WordsOf(line.Key, Language.Dutch.Code);
        if (code != Language.Dutch.Code && line.Dutch != dutch) return [new Fault(code, line.Key, FaultKind.DutchChanged, line.Dutch, dutch)];
        return _check.Of(line.Key, new Language(code), line.Words, dutch, Others(line.Key, code));
    }

    // The language that an overlay stands on may say the same: it is then left out.
    Dictionary<string, string> Others(string key, string code) => _languages.Keys
        .Where(l => l != code && l != _languages[code].Texts.Base && _languages[l].Texts.Base != code && Place(key, l) is not null)
        .ToDictionary(l => l, l => WordsOf(key, l));

    IEnumerable<string> Keys() => _languages[Language.Dutch.Code].Texts.Texts.Keys.Concat(_languages[Language.Dutch.Code].Phrasebook.Texts.Keys).Where(k => !_rules.IsExempt(k));

    string WordsOf(string key, string code) =>
        Place(key, code)?.Words ?? (_languages[code].Texts.Base is { Length: > 0 } full ? WordsOf(key, full) : "");

    TextPlace? Place(string key, string code) => (IsOfPhrasebook(key) ? _languages[code].Phrasebook : _languages[code].Texts).Texts.GetValueOrDefault(key);

    static bool IsOfPhrasebook(string key) => key.StartsWith(Phrasebook.Prefix, StringComparison.Ordinal);

    // Where a file notes who read a part of it.
    static string SectionOf(string key)
    {
        var prefix = IsOfPhrasebook(key) ? Phrasebook.Prefix : "";
        return $"{prefix}meta.sections.{key[prefix.Length..].Split('.')[0]}.review";
    }

    string StatusOf(string key, string code)
    {
        var prefix = IsOfPhrasebook(key) ? Phrasebook.Prefix : "";
        return Place(SectionOf(key), code)?.Words ?? Place(prefix + "meta.review", code)?.Words ?? NotRead;
    }

    string NoteOn(string key)
    {
        var arguments = MessagePattern.Parse(WordsOf(key, Language.Dutch.Code)).ArgumentNames;
        return string.Join("; ", new[] { _rules.KindOf(key).Name, arguments.Count > 0 ? "keep " + string.Join(' ', arguments.Select(a => $"{{{a}}}")) : "", _rules.IsFixed(key) ? "youth send this word" : "" }.Where(n => n.Length > 0));
    }
}

/// <summary>One text in a reviewer's spreadsheet.</summary>
/// <param name="Section">The part of the bot that it belongs to.</param>
/// <param name="Limit">Characters at most.</param>
/// <param name="Note">What it is, and what stays in it.</param>
/// <param name="Status">When and by whom its part was read; <c>none</c> where nobody did.</param>
public sealed record ReviewRow(string Key, string Section, string Dutch, string English, string Words, string Limit, string Note, string Status);

/// <summary>One text as it came back.</summary>
/// <param name="Line">Of the file.</param>
public sealed record ReviewLine(int Line, string Key, string Dutch, string Words);

/// <summary>What became of a reviewer's file. Closed family.</summary>
public abstract record ReviewOutcome
{
    ReviewOutcome() { }

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<(int Line, Fault Fault)> Faults) : ReviewOutcome;

    /// <summary>Both files as they are to be.</summary>
    public sealed record Accepted(string Texts, string Phrasebook, IReadOnlyList<string> Changed) : ReviewOutcome;
}
