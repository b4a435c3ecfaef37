using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MdtChatBot.Workflow.Understanding.Learning;

namespace MdtChatBot.Workflow.Understanding;

/// <summary>
/// What a youth wrote, without what could tell who they are: numbers in any digits, addresses, links and handles, the names that are known, what follows on “my name
/// is” in any language, and words with a capital in mid-sentence. A name that nothing gives away stays: staff who see one throw the line away (ADR 22).
/// </summary>
static partial class Masking
{
    /// <summary>Letters that are kept at most.</summary>
    public const int Longest = 200;

    const string Hidden = "…";
    const string Number = "#";

    // “Sam” is the beginning of many a word.
    const int ShortestBeginning = 4;

    /// <summary>Stands for nothing but what was hidden.</summary>
    public static bool IsMask(string word) => word is Hidden or Number;

    /// <param name="words">As written.</param>
    /// <param name="phrases">What stands before a name, and names of languages, which stay.</param>
    /// <param name="names">Of the youth, and of whom they deal with.</param>
    /// <param name="places">Towns, which stay.</param>
    /// <param name="language">In Arabic with Latin letters, 3 and 7 are letters.</param>
    public static string Of(string words, Phrases phrases, IEnumerable<string> names, IEnumerable<string> places, Language language)
    {
        var tokens = words[..Math.Min(words.Length, Heard.LongestRead)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Token.Of).ToList();
        var known = names.SelectMany(n => Heard.Of(n).Words).Where(n => n.Length > 1).Distinct().ToList();
        var stay = places.SelectMany(p => Heard.Of(p).Words).ToHashSet(StringComparer.Ordinal);
        var shown = new string[tokens.Count];
        for (var i = 0; i < shown.Length; i++)
        {
            var token = tokens[i];
            if (IsAddress(token.Written)) shown[i] = Hidden;
            else if (HasNumber(token.Written) && !(language.Code is "ar" && LettersAsNumbers().IsMatch(token.Written))) shown[i] = Number;
            else if (token.Words.Any(w => known.Exists(n => IsNamed(w, n)))) shown[i] = Hidden;
            else if (i > 0 && !tokens[i - 1].EndsSentence && IsCapitalised(token.Written) && !token.Words.All(w => stay.Contains(w) || phrases.IsLanguage(w))) shown[i] = Hidden;
            else shown[i] = Plain(token.Written);
        }

        HideIntroduced(tokens, shown, phrases);
        return Cut(string.Join(' ', shown.Where((s, i) => s.Length > 0 && !(i > 0 && IsMask(s) && s == shown[i - 1]))));
    }

    // Up to the end of the sentence: how many words a name has, nobody knows.
    static void HideIntroduced(List<Token> tokens, string[] shown, Phrases phrases)
    {
        var words = tokens.SelectMany((t, i) => t.Words.Select(w => (Word: w, Token: i))).ToList();
        var begin = 0;
        while (begin < words.Count && phrases.NameFrom([.. words.Skip(begin).Select(w => w.Word)]) is { } from && begin + from < words.Count)
        {
            begin += from;
            if (tokens[words[begin - 1].Token].EndsSentence) continue;
            var at = words[begin].Token;
            do shown[at] = Hidden;
            while (!tokens[at].EndsSentence && ++at < tokens.Count);
            begin = words.FindIndex(begin, w => w.Token > at) is var next and >= 0 ? next : words.Count;
        }
    }

    static bool IsAddress(string token) => token.Contains('@', StringComparison.Ordinal) || token.Contains('_', StringComparison.Ordinal) || Link().IsMatch(token);

    static bool HasNumber(string token) => token.EnumerateRunes().Any(r => Rune.GetUnicodeCategory(r) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber);

    // Endings grow onto names in Turkish, Arabic, Kurdish …; and a name is written in two scripts.
    static bool IsNamed(string word, string name) =>
        word == name
        || (name.Length >= ShortestBeginning && word.StartsWith(name, StringComparison.Ordinal))
        || (Roman.Differs(word) != Roman.Differs(name) && Sound(word) is { Length: > 2 } sound && sound == Sound(name));

    static string Sound(string word)
    {
        var (latin, sound) = (new StringBuilder(), new StringBuilder());
        Roman.Append(latin, word);
        Roman.AppendConsonants(sound, latin.ToString());
        // The last letter of “أمينة” is not heard.
        return sound.ToString().TrimEnd('h');
    }

    static bool IsCapitalised(string token)
    {
        var letters = token.EnumerateRunes().SkipWhile(r => !Rune.IsLetter(r)).Take(2).ToList();
        return letters is [var first, var second] && Rune.IsUpper(first) && Rune.IsLower(second);
    }

    // Nothing that turns or hides text around it; what joins letters stays.
    static string Plain(string token) => string.Concat(token.Where(c => c is '\u200C' or '\u200D' || char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format)));

    static string Cut(string words)
    {
        if (words.Length <= Longest) return words;
        var end = words.LastIndexOf(' ', Longest - Hidden.Length - 1);
        if (end < 0) end = Longest - Hidden.Length - 1;
        return words[..(char.IsHighSurrogate(words[end - 1]) ? end - 1 : end)] + " " + Hidden;
    }

    [GeneratedRegex(@"://|^www\.|[\p{L}\p{N}]\.\p{L}{2,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    // One such digit at a time, in a word of at least two letters.
    [GeneratedRegex("^(?=(?:[^a-z]*[a-z]){2})(?!.*[0-9]{2})[a-z2356789'’?!.,]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LettersAsNumbers();

    /// <param name="Written">What stands between two spaces.</param>
    /// <param name="Words">The same made comparable.</param>
    readonly record struct Token(string Written, IReadOnlyList<string> Words)
    {
        public bool EndsSentence => Written[^1] is '.' or '!' or '?' or ',' or ';' or ':' or '…' or '؟' or '،' or '؛' or '።' or '፣' or '፤' or '፧' or '፥';

        public static Token Of(string written) => new(written, Heard.Of(written).Words);
    }
}
