using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme;

namespace MdtChatBot.Workflow.Understanding;

/// <summary>The words youth use, per language: global words, yes and no, questions, crisis phrases.</summary>
public sealed class Phrases
{
    // In any colour of skin; a reaction that a channel passes on comes as its emoji.
    static readonly string[] YesSigns = ["👍", "✅", "☑", "✔", "👌", "🆗"];
    static readonly string[] NoSigns = ["👎", "❌", "✖", "🙅"];

    readonly IReadOnlyList<LanguagePhrases> _all;
    readonly PhraseList<CrisisKind> _crisis;
    readonly PhraseList<CrisisKind> _hyperbole;

    Phrases(IReadOnlyList<LanguagePhrases> all)
    {
        _all = [.. all.Select(l => l with { Crisis = [], NotCrisis = [] })];
        _crisis = new([.. all.SelectMany(l => l.Crisis)]);
        _hyperbole = new([.. all.SelectMany(l => l.NotCrisis).Select(phrase => (phrase, default(CrisisKind)))]);
    }

    /// <summary>Reads <c>content/phrases/&lt;code&gt;.yaml</c>, by language code.</summary>
    /// <exception cref="FormatException">A file is not valid; the message names the file and the section.</exception>
    public static Phrases Parse(IReadOnlyDictionary<string, string> files)
    {
        var languages = InParallel.Parse(files, LanguagePhrases.Parse);
        return new([.. languages.OrderBy(l => l.Value.Language.Place).Select(l => l.Value.BaseCode.Length == 0 ? l.Value : l.Value.Over(Full(l.Value, languages)))]);
    }

    static LanguagePhrases Full(LanguagePhrases overlay, Dictionary<string, LanguagePhrases> languages) =>
        languages.GetValueOrDefault(overlay.BaseCode) ?? throw new FormatException($"content/phrases/{overlay.Language}.yaml, meta: there is no language '{overlay.BaseCode}'");

    /// <summary>A crisis in any language, wherever it stands in the message; null where there is none. Hyperbole (“dead tired”) is taken out first.</summary>
    public CrisisKind? CrisisIn(Heard heard)
    {
        if (heard.Words.All(w => char.IsAsciiDigit(w[0]))) return NumberOfHelp(heard.Normal);
        return _crisis.In(WithoutHyperbole(heard.Words)).Min(kind => (CrisisKind?)kind);
    }

    /// <summary>A global word, if the whole message is one, in any language.</summary>
    public Command? CommandIn(Heard heard, Language? own) => heard.Normal.Length == 0 ? null : Exact(l => l.Commands, heard, own);

    /// <summary>A global word with slips, in the youth's own language: asked last, since “cooking” is nearly “booking”.</summary>
    public Command? CommandNear(Heard heard, Language? own) => heard.Normal.Length == 0 ? null : Near(l => l.Commands, heard, own);

    /// <summary>A whole-message yes, no, skip or thanks; thumbs count.</summary>
    public SimpleAnswer? AnswerIn(Heard heard, Language? own)
    {
        if (heard.Normal.Length > 0) return Exact(l => l.Answers, heard, own) ?? Near(l => l.Answers, heard, own);
        if (YesSigns.Any(sign => heard.Original.Contains(sign, StringComparison.Ordinal))) return SimpleAnswer.Yes;
        if (NoSigns.Any(sign => heard.Original.Contains(sign, StringComparison.Ordinal))) return SimpleAnswer.No;
        return heard.Original.Contains("🙏", StringComparison.Ordinal) ? SimpleAnswer.Thanks : null;
    }

    /// <summary>From which word on a name may stand, since the words before it say so (“my name is”), in any language; null where none do.</summary>
    public int? NameFrom(IReadOnlyList<string> words) =>
        _all.SelectMany(l => l.Names).Select(n => n.FirstIn(words)).OfType<(int First, int Last)>().OrderBy(f => f.First).ThenByDescending(f => f.Last).Select(f => (int?)f.Last + 1).FirstOrDefault();

    /// <summary>Whether this is how a language is called, in any language.</summary>
    public bool IsLanguage(string word) => _all.Any(l => l.LanguageNames.Values.Any(names => names.Contains(word)));

    /// <summary>The language that the message names, in any language; null where it names none or several.</summary>
    public Language? LanguageNamed(Heard heard)
    {
        var named = _all.SelectMany(l => l.LanguageNames).Where(n => n.Value.Any(name => NearMiss.Same(heard.Normal, name))).Select(n => n.Key).Distinct().ToList();
        return named is [var one] ? new Language(one) : null;
    }

    /// <summary>The interests that the message names, in the youth's language, Dutch or English.</summary>
    public IReadOnlyList<Interest> InterestsIn(Heard heard, Language? own) =>
        Near(own).SelectMany(l => l.Interests.In(heard.Words)).Distinct().Order().ToList();

    /// <summary>
    /// What the message is about: the topic with the longest phrase that fits, in the youth's language, Dutch or English
    /// (youth mix them); all languages where theirs is not known. Null where nothing fits.
    /// </summary>
    public Topic? TopicIn(Heard heard, Language? own) =>
        Near(own).Select(l => l.Questions.LongestIn(heard.Words)).OfType<(Topic Meaning, int Letters)>()
            .OrderByDescending(f => f.Letters).ThenBy(f => f.Meaning).Select(f => (Topic?)f.Meaning).FirstOrDefault();

    /// <summary>Languages that the message may be in, likeliest first, at most two: by script and letters, then by words. Close pairs stay two: they are asked.</summary>
    public IReadOnlyList<Language> GuessLanguage(Heard heard)
    {
        if (LanguageNamed(heard) is { } named) return [named];
        var byScript = Scripts.LanguagesOf(heard.Original);
        var candidates = _all.Where(l => byScript.Count == 0 || byScript.Contains(l.Language.Code)).ToList();
        if (candidates.Count == 1) return [candidates[0].Language];
        var known = OwnScriptFirst(candidates.Where(l => Knows(l, heard)).Select(l => l.Language).ToList(), heard);
        return (known.Count > 0 || byScript.Count == 0 ? known : candidates.Select(c => c.Language)).Take(2).ToList();
    }

    // “hoi” and “hello” are also written by speakers of Arabic; that they know it does not make it Arabic.
    static List<Language> OwnScriptFirst(List<Language> known, Heard heard)
    {
        var own = known.Where(l => heard.Normal.All(char.IsAscii) && Scripts.IsLatin(l)).ToList();
        return own.Count > 0 ? own : known;
    }

    static bool Knows(LanguagePhrases language, Heard heard) =>
        IsItsWord(language, heard.Normal) || (heard.Words.Count > 1 && IsItsWord(language, heard.Words[0]));

    static bool IsItsWord(LanguagePhrases language, string word) => language.Commands.Exact(word) is not null || language.Answers.Exact(word) is not null;

    IEnumerable<LanguagePhrases> Near(Language? own) => own is { } known ? _all.Where(l => l.Language == known || l.Language == Language.Dutch || l.Language == Language.English) : _all;

    TMeaning? Exact<TMeaning>(Func<LanguagePhrases, WordList<TMeaning>> words, Heard heard, Language? own)
        where TMeaning : struct, Enum
    {
        TMeaning? meant = null;
        foreach (var language in _all)
        {
            if (words(language).Exact(heard.Normal) is not { } meaning) continue;
            if (language.Language == own) return meaning;
            meant ??= meaning;
        }

        return meant;
    }

    TMeaning? Near<TMeaning>(Func<LanguagePhrases, WordList<TMeaning>> words, Heard heard, Language? own)
        where TMeaning : struct, Enum
    {
        foreach (var language in _all)
            if ((own is null || language.Language == own) && words(language).Near(heard.Normal) is { } meaning) return meaning;
        return null;
    }

    // Most messages are just the number of a choice; these two are the numbers that people in need know.
    static CrisisKind? NumberOfHelp(string digits) => digits switch
    {
        "112" => CrisisKind.Danger,
        "113" => CrisisKind.Suicide,
        _ => null,
    };

    IReadOnlyList<string> WithoutHyperbole(IReadOnlyList<string> words)
    {
        while (_hyperbole.FirstIn(words) is { } found) words = [.. words.Take(found.First), .. words.Skip(found.Last + 1)];
        return words;
    }
}
