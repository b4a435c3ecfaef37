using System.Text;
using System.Text.RegularExpressions;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Content.Checking;

/// <summary>The rules that one text keeps to, each a line of <see cref="All"/>. Which words and numbers they mean stands in <c>content/rules/texts.yaml</c>.</summary>
static partial class TextRules
{
    /// <summary>In the order in which they are told.</summary>
    public static readonly IReadOnlyList<Func<CheckedText, ContentRules, IEnumerable<(FaultKind Kind, string Found, string Wanted)>>> All =
    [
        Arguments, PluralForms, Length, Forbidden, Kept, Numbers, Digits, Clock, Scripts, LetterOfLanguage, Sentences, Gendered, Apostrophe,
    ];

    static IEnumerable<(FaultKind, string, string)> Arguments(CheckedText text, ContentRules rules)
    {
        var (mine, dutch) = (Sorted(text.Pattern!), Sorted(MessagePattern.Parse(text.Dutch)));
        if (mine != dutch) yield return (FaultKind.Arguments, mine, dutch);
        // WhatsApp's templates have no forms to choose from.
        else if (text.Pattern!.Chooses && !MessagePattern.Parse(text.Dutch).Chooses) yield return (FaultKind.Arguments, "plural, select", dutch);
    }

    // Zero has words of its own where it can occur: Dutch then has “=0”.
    static IEnumerable<(FaultKind, string, string)> PluralForms(CheckedText text, ContentRules rules)
    {
        var zero = MessagePattern.Parse(text.Dutch).Cases.Contains("=0");
        foreach (var (_, cases) in text.Pattern!.Plurals)
        {
            if (zero && !cases.Contains("=0") && !cases.Contains("zero")) yield return (FaultKind.PluralForm, "", "=0");
            foreach (var category in PluralRules.CategoriesOf(text.Language).Where(c => c is not "zero"))
                if (!cases.Contains(category) && !(category is "one" && cases.Contains("=1")) && !(category is "two" && cases.Contains("=2"))) yield return (FaultKind.PluralForm, "", category);
        }
    }

    static IEnumerable<(FaultKind, string, string)> Length(CheckedText text, ContentRules rules)
    {
        var kind = rules.KindOf(text.Key);
        var longest = text.Forms.Max(f => f.Length);
        if (longest > kind.Longest) yield return (FaultKind.TooLong, longest.ToString(), kind.Longest.ToString());
    }

    // Arabic and Ge'ez put “the”, “and” and “of” before the word without a space: found anywhere.
    static IEnumerable<(FaultKind, string, string)> Forbidden(CheckedText text, ContentRules rules)
    {
        var said = Normal(text.Whole);
        foreach (var (word, normal) in rules.For(text.Language).Forbidden)
            if (said.Contains(normal, StringComparison.Ordinal)) yield return (FaultKind.Forbidden, word, "");
    }

    static IEnumerable<(FaultKind, string, string)> Gendered(CheckedText text, ContentRules rules)
    {
        var said = $" {Normal(text.Whole)} ";
        foreach (var (word, normal) in rules.For(text.Language).Gendered)
            if (said.Contains(word.StartsWith('*') ? $"{normal} " : $" {normal} ", StringComparison.Ordinal)) yield return (FaultKind.Gendered, word, "");
        if (BothEndings().Match(text.Whole) is { Success: true } both) yield return (FaultKind.Gendered, both.Value, "");
    }

    static IEnumerable<(FaultKind, string, string)> Kept(CheckedText text, ContentRules rules)
    {
        var (mine, dutch) = (LatinIn(text.Whole), LatinIn(text.Dutch));
        foreach (var word in rules.Keep.Where(k => dutch.Contains(k, StringComparer.OrdinalIgnoreCase) && !mine.Contains(k, StringComparer.OrdinalIgnoreCase)))
            yield return (FaultKind.Kept, "", word);
    }

    static IEnumerable<(FaultKind, string, string)> Numbers(CheckedText text, ContentRules rules)
    {
        var dutch = NumbersIn(string.Join('\n', CheckedText.FormsOf(MessagePattern.Parse(text.Dutch))));
        var mine = NumbersIn(text.Whole);
        foreach (var number in dutch.Except(mine)) yield return (FaultKind.Number, "", number);
        foreach (var number in mine.Except(dutch)) yield return (FaultKind.OtherNumber, number, "");
    }

    static IEnumerable<(FaultKind, string, string)> Digits(CheckedText text, ContentRules rules)
    {
        if (text.Whole.FirstOrDefault(c => char.IsDigit(c) && !char.IsAsciiDigit(c)) is var digit and not '\0') yield return (FaultKind.Digits, digit.ToString(), "0–9");
    }

    static IEnumerable<(FaultKind, string, string)> Clock(CheckedText text, ContentRules rules)
    {
        if (TwelveHours().Match(text.Whole) is { Success: true } time) yield return (FaultKind.Clock, time.Value.Trim(), "14:00");
    }

    static IEnumerable<(FaultKind, string, string)> Scripts(CheckedText text, ContentRules rules)
    {
        if (rules.IsShared(text.Key)) yield break;
        var own = rules.For(text.Language).Script;
        if (own is not Script.Latin)
        {
            var dutch = LatinIn(text.Dutch);
            foreach (var word in LatinIn(text.Whole).Where(w => !rules.Names.Contains(w) && !dutch.Contains(w, StringComparer.OrdinalIgnoreCase)).Distinct()) yield return (FaultKind.Script, word, "");
        }

        var foreign = text.Whole.EnumerateRunes().Where(r => Rune.IsLetter(r) && ScriptOf(r) is var script && script != own && script is not Script.Latin).Select(r => r.ToString()).Distinct().ToList();
        if (foreign.Count > 0) yield return (FaultKind.Script, string.Concat(foreign), "");
    }

    static IEnumerable<(FaultKind, string, string)> LetterOfLanguage(CheckedText text, ContentRules rules) => rules.IsShared(text.Key)
        ? []
        : text.Whole.Where(c => rules.For(text.Language).NotLetters.Contains(c)).Distinct().Select(c => (FaultKind.Letter, c.ToString(), ""));

    static IEnumerable<(FaultKind, string, string)> Sentences(CheckedText text, ContentRules rules)
    {
        var most = rules.For(text.Language).Sentence;
        foreach (var sentence in text.Forms.SelectMany(f => SentenceEnd().Split(f)).Distinct())
            if (WordsIn(sentence) is var words && words > most) yield return (FaultKind.Sentence, $"{words}: {Start(sentence)}", most.ToString());
    }

    static IEnumerable<(FaultKind, string, string)> Apostrophe(CheckedText text, ContentRules rules)
    {
        if (text.Words.Contains('\'', StringComparison.Ordinal)) yield return (FaultKind.Apostrophe, "'", "’");
    }

    /// <summary>Words that could be translated: without arguments, emoji, digits and names.</summary>
    public static string Translatable(string words, ContentRules rules) =>
        string.Join(' ', Heard.Of(words).Normal.Split(' ').Where(w => w.Length > 0 && !char.IsAsciiDigit(w[0]) && !rules.Names.Contains(w)));

    /// <summary>Words separated by spaces (or the Ge'ez word mark), an argument as one; numbers alone are none.</summary>
    static int WordsIn(string sentence) => sentence.Split([' ', '\u1361', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(c => char.IsLetter(c) || c is CheckedText.Hole));

    static string Start(string sentence) => sentence.Trim() is { Length: > 40 } trimmed ? trimmed[..40] + "…" : sentence.Trim();

    // Long texts in pieces: what is compared is cut after a thousand letters.
    static string Normal(string whole) => string.Join(' ', whole.Split('\n').Select(line => Heard.Of(line).Normal));

    static string Sorted(MessagePattern pattern) => string.Join(", ", pattern.ArgumentNames.Order(StringComparer.Ordinal));

    static List<string> LatinIn(string words) => [.. LatinWord().Matches(words).Select(m => m.Value)];

    static List<string> NumbersIn(string words) => [.. Number().Matches(words).Select(m => m.Value).Distinct()];

    static Script ScriptOf(Rune letter) => letter.Value switch
    {
        < 0x0250 or (>= 0x1E00 and < 0x1F00) or (>= 0x2C60 and < 0x2C80) => Script.Latin,
        >= 0x0400 and < 0x0530 => Script.Cyrillic,
        (>= 0x0600 and < 0x0780) or (>= 0x0870 and < 0x0900) or (>= 0xFB50 and < 0xFE00) or (>= 0xFE70 and < 0xFF00) => Script.Arabic,
        (>= 0x1200 and < 0x13A0) or (>= 0x2D80 and < 0x2DE0) or (>= 0xAB00 and < 0xAB30) => Script.Ethiopic,
        // Modifier letters, such as ʼ in Ukrainian.
        >= 0x02B0 and < 0x0300 => Script.Latin,
        _ => Script.Other,
    };

    // Telephone numbers with their spaces and hyphens count as one. Small numbers may be written as words.
    [GeneratedRegex(@"[0-9]+[ -]?[0-9]+(?:[ -][0-9]+)*")]
    private static partial Regex Number();

    [GeneratedRegex(@"[A-Za-z\u00C0-\u024F]+")]
    private static partial Regex LatinWord();

    // A colon ends one as well: what follows is a list or another sentence.
    [GeneratedRegex(@"[.!?…;:؟؛።፧፦፥\n]+(?=\s|$|[”»""'’)])|\n")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[0-9]\s*(?:[ap]\.?m\b|[صم](?!\p{L})|ق\.ظ|ب\.ظ|[дп]п\b)|\b[0-9]{1,2}[.h][0-9]{2}\b|o’clock", RegexOptions.IgnoreCase)]
    private static partial Regex TwelveHours();

    // listo/a, prêt(e), inscrit·e, готов(а)
    [GeneratedRegex(@"\p{L}+(?:\((?:e|a|o|ne|а|ла)\)|·(?:e|ne)\b|/(?:a|o|а)\b)")]
    private static partial Regex BothEndings();
}
