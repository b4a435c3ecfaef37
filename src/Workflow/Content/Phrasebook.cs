namespace MdtChatBot.Workflow.Content;

/// <summary>Sentences that a coach picks in Dutch and sends in the youth's language: <c>content/phrasebook/&lt;language&gt;.yaml</c>.</summary>
public sealed class Phrasebook
{
    /// <summary>What the keys of its texts begin with, beside those of the bot.</summary>
    public const string Prefix = "phrasebook.";

    /// <summary>What the keys begin with that are about a file: how it was made, who has read it.</summary>
    public const string About = Prefix + LanguageTexts.About;

    readonly Catalogue _catalogue;
    readonly IReadOnlyList<string> _keys;

    public Phrasebook(Catalogue catalogue)
    {
        _catalogue = catalogue;
        _keys = [.. catalogue.Keys.Where(k => k.StartsWith(Prefix, StringComparison.Ordinal) && !k.StartsWith(About, StringComparison.Ordinal))];
    }

    /// <summary>All sentences in the order of the file, so group by group; in the words that count now.</summary>
    public IReadOnlyList<CoachSentence> Phrases => [.. _keys.Select(PhraseOf)];

    public CoachSentence? Find(string key) => _keys.Contains(key) ? PhraseOf(key) : null;

    /// <summary>Those that have all of these words in Dutch; all where nothing is searched.</summary>
    public IReadOnlyList<CoachSentence> Search(string words)
    {
        var wanted = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. Phrases.Where(p => wanted.All(w => p.Dutch.Contains(w, StringComparison.CurrentCultureIgnoreCase)))];
    }

    CoachSentence PhraseOf(string key)
    {
        var counts = _catalogue.CountsOf(key);
        var blanks = _catalogue.ArgumentsOf(key).Select(name => new Blank(name, KindOf(name, counts.Contains(name)))).ToList();
        // A count as 2 brings the plural; what is read is “… uur”.
        var shown = blanks.Select(b => (b.Name, b.Kind is BlankKind.Count ? Arg.Of(2) : Arg.Of("…"))).ToArray();
        return new CoachSentence(key, key[Prefix.Length..key.LastIndexOf('.')], _catalogue.Write(Text.Of(key, shown), Language.Dutch).Replace("2 ", "… ", StringComparison.Ordinal), blanks);
    }

    static BlankKind KindOf(string name, bool isCount) => name switch
    {
        _ when isCount => BlankKind.Count,
        "day" => BlankKind.Day,
        "time" => BlankKind.Time,
        _ => BlankKind.Words,
    };
}

/// <summary>One sentence of the phrasebook.</summary>
/// <param name="Group">Greeting, appointment, travel …: the level of its key.</param>
/// <param name="Dutch">With … for what the coach fills in.</param>
public sealed record CoachSentence(string Key, string Group, string Dutch, IReadOnlyList<Blank> Blanks);

/// <summary>Something that a coach fills in.</summary>
public sealed record Blank(string Name, BlankKind Kind)
{
    /// <summary>Longer than any name or place.</summary>
    public const int Longest = 80;

    static readonly NodaTime.Text.LocalTimePattern Clock = NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("H:mm");

    /// <summary>What was typed as the argument of the text; null where it is empty or not what this is.</summary>
    public Arg? Filled(string typed) => (Kind, typed.Trim()) switch
    {
        (_, "") or (_, { Length: > Longest }) => null,
        (BlankKind.Day, var day) => NodaTime.Text.LocalDatePattern.Iso.Parse(day).TryGetValue(default, out var date) ? new Arg.Day(date, DayForm.WeekdayDayMonth) : null,
        (BlankKind.Time, var time) => Clock.Parse(time.Replace('.', ':')).TryGetValue(default, out var at) ? Arg.Of(at) : null,
        (BlankKind.Count, var number) => int.TryParse(number, out var count) && count is > 0 and <= 999 ? Arg.Of(count) : null,
        (_, var words) => Arg.Of(words),
    };
}

/// <summary>What goes into a blank.</summary>
public enum BlankKind
{
    Words,
    Day,
    Time,
    Count,
}
