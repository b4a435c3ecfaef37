using MdtChatBot.Workflow.Templates;

namespace MdtChatBot.Workflow.Content.Checking;

/// <summary>All texts against all rules: <c>-- content check</c>, an import, and the field where staff change a text.</summary>
public sealed class ContentCheck(ContentRules rules)
{
    /// <summary>Shorter texts than this may be the same in two languages: “Menu”, “Sport”, or “Готово! Твоя проба” in Russian and Ukrainian.</summary>
    const int WordsThatDiffer = 4;

    /// <summary>What is wrong with one text, alone.</summary>
    /// <param name="others">The same text in other languages, by code; Dutch is among them unless it is the one examined.</param>
    public IReadOnlyList<Fault> Of(string key, Language language, string words, string dutch, IReadOnlyDictionary<string, string> others)
    {
        if (rules.IsExempt(key)) return [];
        if (words.Trim().Length == 0) return dutch.Trim().Length == 0 ? [] : [new Fault(language.Code, key, FaultKind.Empty)];
        var text = new CheckedText(key, language, words, dutch);
        if (text.Pattern is null) return [new Fault(language.Code, key, FaultKind.Pattern, text.WhyNoPattern)];
        return
        [
            .. TextRules.All.SelectMany(rule => rule(text, rules)).Select(f => new Fault(language.Code, key, f.Kind, f.Found, f.Wanted)),
            .. SameAs(text, others),
        ];
    }

    /// <summary>What is wrong in these files, by language and then in the order of the file.</summary>
    /// <param name="files">YAML by language code, of <c>content/</c>.</param>
    /// <param name="phrasebooks">The same of <c>content/phrasebook/</c>.</param>
    public IReadOnlyList<Fault> Of(IReadOnlyDictionary<string, string> files, IReadOnlyDictionary<string, string> phrasebooks)
    {
        var faults = new List<Fault>();
        var languages = files.Keys.Order(StringComparer.Ordinal).ToDictionary(code => code, code => LanguageFiles.Read(code, files[code], phrasebooks.GetValueOrDefault(code), faults));
        if (!languages.TryGetValue(Language.Dutch.Code, out var dutch)) faults.Add(new Fault(Language.Dutch.Code, "", FaultKind.Missing));
        return [.. faults, .. dutch is null ? [] : languages.Values.SelectMany(l => Of(l, dutch, languages))];
    }

    /// <summary>What is too long for WhatsApp's templates, which consist of several texts.</summary>
    public static IReadOnlyList<Fault> Of(TemplateBook book) =>
    [
        .. book.Texts.Where(t => t.Body.Length > TemplateText.MostCharacters)
            .Select(t => new Fault(t.Language.Code, t.Key, FaultKind.Template, t.Body.Length.ToString(), TemplateText.MostCharacters.ToString())),
        .. book.Texts.SelectMany(t => t.Buttons.Where(b => b.Title.Length > TemplateText.MostOfButton)
            .Select(b => new Fault(t.Language.Code, t.Key, FaultKind.Template, $"{b.Title}: {b.Title.Length}", TemplateText.MostOfButton.ToString()))),
    ];

    IEnumerable<Fault> Of(LanguageFiles language, LanguageFiles dutch, Dictionary<string, LanguageFiles> all)
    {
        if (!rules.Knows(language.Language)) return [new Fault(language.Language.Code, "", FaultKind.Missing, "", ContentRules.FileName)];
        var missing = language.Base.Length > 0 ? [] : dutch.Texts.Keys.Where(k => !rules.IsExempt(k) && !language.Texts.ContainsKey(k)).Select(k => new Fault(language.Language.Code, k, FaultKind.Missing));
        return
        [
            .. missing,
            .. language.Texts.Where(t => !rules.IsExempt(t.Key)).SelectMany(t => dutch.Texts.TryGetValue(t.Key, out var words)
                ? Of(t.Key, language.Language, t.Value, words, Others(t.Key, language, all))
                : [new Fault(language.Language.Code, t.Key, FaultKind.Extra)]),
        ];
    }

    static Dictionary<string, string> Others(string key, LanguageFiles language, Dictionary<string, LanguageFiles> all) =>
        all.Values.Where(l => l.Language != language.Language && l.Base != language.Language.Code && l.Texts.ContainsKey(key)).ToDictionary(l => l.Language.Code, l => l.Texts[key]);

    // The first of the alphabet is told of, and only to the later one: of two that are the same one is right.
    IEnumerable<Fault> SameAs(CheckedText text, IReadOnlyDictionary<string, string> others)
    {
        if (rules.IsShared(text.Key) || text.Language == Language.Dutch) yield break;
        var mine = TextRules.Translatable(text.Whole, rules);
        if (mine.Count(c => c is ' ') + 1 < WordsThatDiffer) yield break;
        foreach (var (code, words) in others.OrderBy(o => o.Key, StringComparer.Ordinal))
            if (TextRules.Translatable(new CheckedText(text.Key, new Language(code), words, "").Whole, rules) == mine)
            {
                yield return new Fault(text.Language.Code, text.Key, FaultKind.SameAs, code);
                yield break;
            }
    }
}

/// <summary>Both files of one language.</summary>
/// <param name="Texts">Of the bot and of the phrasebook, in the order of the files.</param>
sealed record LanguageFiles(Language Language, string Base, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>A file that can't be read is a fault, and counts as empty.</summary>
    public static LanguageFiles Read(string code, string yaml, string? phrasebook, List<Fault> faults)
    {
        var (texts, sentences) = (Read($"content/{code}.yaml", yaml, ""), Read($"content/phrasebook/{code}.yaml", phrasebook ?? "{}", Phrasebook.Prefix));
        var all = new Dictionary<string, string>();
        foreach (var (key, place) in texts?.Texts.Concat(sentences?.Texts ?? new Dictionary<string, TextPlace>()) ?? []) all[key] = place.Words;
        return new LanguageFiles(new Language(code), texts?.Base ?? "", all);

        TextFile? Read(string name, string source, string prefix)
        {
            try
            {
                return TextFile.Parse(name, source, prefix);
            }
            catch (FormatException e)
            {
                faults.Add(new Fault(code, prefix, FaultKind.Unreadable, e.Message));
                return null;
            }
        }
    }
}
