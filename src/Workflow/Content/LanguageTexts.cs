using NodaTime;

namespace MdtChatBot.Workflow.Content;

/// <summary>One file <c>content/&lt;language&gt;.yaml</c>, parsed: its texts by key, and how it writes dates and lists.</summary>
sealed class LanguageTexts
{
    /// <summary>What the keys begin with that are about the file, and are no texts.</summary>
    public const string About = "meta.";

    readonly Dictionary<string, MessagePattern> _patterns = [];
    readonly HashSet<string> _taken = [];
    Language _base;
    readonly Dictionary<string, IReadOnlyList<string>> _lists = [];

    public required Language Language { get; init; }

    public bool IsRightToLeft { get; private set; }

    public IReadOnlyCollection<string> Keys => _patterns.Keys;

    public MessagePattern Pattern(string key) =>
        _patterns.TryGetValue(key, out var pattern) ? pattern : throw new KeyNotFoundException($"content/{Language}.yaml has no text '{key}'");

    public string ListSeparator { get; private set; } = ", ";

    /// <summary>The language that this text was written for: another than this one where it was taken over.</summary>
    public Language WriterOf(string key) => _taken.Contains(key) ? _base : Language;

    /// <summary>The language whose texts stand where this one has none; empty for all but overlays.</summary>
    public string BaseCode => _patterns.ContainsKey(About + "base") ? PlainOf(About + "base") : "";

    public string Write(LocalDate date, DayForm form) => form switch
    {
        DayForm.Weekday => Weekday(date),
        DayForm.DayMonth => WritePattern("dates.dayMonth", date),
        _ => WritePattern("dates.weekdayDayMonth", date),
    };

    /// <exception cref="FormatException">The file is not valid; the message names the file and the key.</exception>
    public static LanguageTexts Parse(string code, string yaml, string phrasebook = "")
    {
        var texts = new LanguageTexts { Language = new Language(code) };
        texts.Read(YamlPart.Read($"content/{code}.yaml", yaml), "");
        if (phrasebook.Length > 0) texts.Read(YamlPart.Read($"content/phrasebook/{code}.yaml", phrasebook), Phrasebook.Prefix);
        texts.IsRightToLeft = texts._patterns.ContainsKey(About + "direction") && texts.PlainOf(About + "direction") is "rtl";
        if (texts.IsRightToLeft) texts.IsolateNumbers();
        return texts;
    }

    /// <summary>Takes over what this language has not, once and for all: writing a text costs the same as in any other language.</summary>
    public void FillFrom(LanguageTexts other)
    {
        _base = other.Language;
        foreach (var (key, pattern) in other._patterns)
            if (!key.StartsWith(About, StringComparison.Ordinal) && _patterns.TryAdd(key, pattern)) _taken.Add(key);
        foreach (var (key, list) in other._lists) _lists.TryAdd(key, list);
    }

    /// <exception cref="FormatException">Dates cannot be written.</exception>
    public void Complete()
    {
        Demand("dates.weekdays", 7);
        Demand("dates.months", 12);
        if (!_patterns.ContainsKey("dates.listSeparator")) throw new FormatException($"content/{Language}.yaml, dates.listSeparator: missing");
        ListSeparator = PlainOf("dates.listSeparator");
    }

    void Read(YamlPart.Map map, string prefix)
    {
        foreach (var (name, value) in map.Children)
        {
            var key = prefix + name;
            switch (value)
            {
                case YamlPart.Map nested: Read(nested, key + "."); break;
                case YamlPart.Words list: _lists[key] = list.Values; break;
                case YamlPart.Word text: _patterns[key] = Parsed(key, text.Value); break;
            }
        }
    }

    MessagePattern Parsed(string key, string text)
    {
        try
        {
            return MessagePattern.Parse(text);
        }
        catch (FormatException e)
        {
            throw new FormatException($"content/{Language}.yaml, {key}: {e.Message}", e);
        }
    }

    void Demand(string key, int count)
    {
        if (!_lists.TryGetValue(key, out var list) || list.Count != count)
            throw new FormatException($"content/{Language}.yaml, {key}: expected {count} names");
    }

    void IsolateNumbers()
    {
        foreach (var key in _patterns.Keys.Where(k => !k.StartsWith(About, StringComparison.Ordinal)).ToList())
            _patterns[key] = _patterns[key].WithLiterals(Isolates.AroundNumbers);
    }

    string PlainOf(string key)
    {
        var to = new System.Text.StringBuilder();
        Pattern(key).Write(to, name => throw new FormatException($"content/{Language}.yaml, {key}: no argument {name} here"), _ => 0, _ => "other");
        return to.ToString();
    }

    string WritePattern(string key, LocalDate date)
    {
        var to = new System.Text.StringBuilder();
        Pattern(key).Write(
            to,
            name => name switch
            {
                "weekday" => Weekday(date),
                "day" => date.Day.ToString(),
                "month" => _lists["dates.months"][date.Month - 1],
                _ => throw new FormatException($"content/{Language}.yaml, {key}: a date has weekday, day and month, not {name}"),
            },
            _ => date.Day,
            _ => "other");
        return to.ToString();
    }

    string Weekday(LocalDate date) => _lists["dates.weekdays"][(int)date.DayOfWeek - 1];
}
