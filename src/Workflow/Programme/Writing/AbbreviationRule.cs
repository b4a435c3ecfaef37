using System.Text.RegularExpressions;

namespace MdtChatBot.Workflow.Programme.Writing;

/// <summary>An abbreviation that its readers may not know.</summary>
/// <param name="WriteOut">How it is written out; empty where only the writer knows what was meant.</param>
public sealed record UnknownAbbreviation(string Written, string WriteOut);

/// <summary>
/// Finds abbreviations that the youth of a site may not know: abbreviations in schedules confused participants, who then did not come
/// (domain.md 8). A false alarm costs a word in the site's dictionary, a missed one costs somebody a trip for nothing; yet a rule that
/// cries at every capital is soon ignored, so names, stressed words, units, sizes and postcodes pass.
/// </summary>
public static partial class AbbreviationRule
{
    static readonly char[] Joins = ['-', '–', '/', '+', '&'];

    /// <summary>Those in one text, in the order they stand, each once.</summary>
    public static IReadOnlyList<UnknownAbbreviation> Find(string text, Language language, AbbreviationDictionary known)
    {
        var words = SentenceWord.Of(text);
        var shouted = IsShouted(words);
        return [.. words.Where(w => !w.IsLink).SelectMany(w => In(w, language, shouted)).Where(a => !known.Knows(a.Written)).DistinctBy(a => a.Written.ToLowerInvariant())];
    }

    static IEnumerable<UnknownAbbreviation> In(SentenceWord word, Language language, bool shouted)
    {
        if (WholeOf(word, language) is { } whole) return [whole];
        if (TwelveOrUur().Match(word.Whole) is { Success: true } time) return [new UnknownAbbreviation(word.Whole, Clock(time, language))];
        var parts = word.Bare.Split(Joins, StringSplitOptions.RemoveEmptyEntries);
        var days = parts.Length > 1 && Array.TrueForAll(parts, p => DayIn(p, language));
        return parts.Select(part => Judge(part, word, language, shouted, days)).OfType<UnknownAbbreviation>();
    }

    // “t/m”, “o.a.”, “i.v.m.”, “e.g.”: a whole with its joins or stops.
    static UnknownAbbreviation? WholeOf(SentenceWord word, Language language)
    {
        var lower = word.Whole.ToLowerInvariant();
        if (lower.Contains('/', StringComparison.Ordinal) && ShortForms.Of(lower.TrimEnd('.'), language) is { } joined) return new(word.Whole, joined.Full);
        if (!Dotted().IsMatch(word.Whole) || IsInitials(word)) return null;
        return new(word.Whole, ShortForms.Of(lower.Replace(".", "", StringComparison.Ordinal), language)?.Full ?? "");
    }

    // J.P. Coen, A.B. Smit.
    static bool IsInitials(SentenceWord word) => word.Whole.All(c => c is '.' || char.IsUpper(c)) && word.After.Length > 1 && char.IsUpper(word.After[0]) && char.IsLower(word.After[1]);

    static string Clock(Match time, Language language)
    {
        var hour = int.Parse(time.Groups["h"].Value, System.Globalization.CultureInfo.InvariantCulture);
        if (time.Groups["pm"].Success && hour < 12) hour += 12;
        var minutes = time.Groups["m"].Success ? time.Groups["m"].Value : "00";
        return $"{hour:00}:{minutes}" + (language == Language.Dutch ? " uur" : "");
    }

    static UnknownAbbreviation? Judge(string part, SentenceWord word, Language language, bool shouted, bool days)
    {
        var bare = part.Trim('.', ':').Split('\'', '’')[0];
        if (bare.Length < 2 || !LatinWord().IsMatch(bare)) return null;
        var lower = bare.ToLowerInvariant();
        if (ShortForms.Of(lower, language) is { } form && (days || IsShort(bare, form, word, language))) return new(bare, form.Full);
        if (IsCapitals(bare, word) && !shouted && !CommonWords.Contains(lower)) return new(bare, ShortForms.Of(lower, language)?.Full ?? "");
        return bare == lower && NoVowel().IsMatch(bare) && !CommonWords.Contains(lower) ? new(bare, "") : null;
    }

    static bool IsShort(string bare, ShortForm form, SentenceWord word, Language language) => form.When switch
    {
        // Wo and Di may be names; at the beginning of a line or before a time they are not.
        Surely.Always => !IsCapitalised(bare) || word.Before.Length == 0 || IsScheduled(word, language) || bare.Length > 2,
        // Max is a name, unless it begins the text or has its full stop.
        Surely.WithDotOrNumber when IsCapitalised(bare) => (word.HasDot || word.Before.Length == 0) && !word.Pause && SentenceWord.StartsWithDigit(word.After),
        Surely.WithDotOrNumber => word.HasDot || IsNumber(word.Before) || SentenceWord.StartsWithDigit(word.After),
        Surely.BesideDayNumber => SentenceWord.IsDayNumber(word.Before) || (language == Language.English && SentenceWord.IsDayNumber(word.After)),
        _ => IsScheduled(word, language),
    };

    // “do 14:00”, “ma 3 maart”, “ma en wo”, “elke zo”, or nothing but the day.
    static bool IsScheduled(SentenceWord word, Language language) =>
        SentenceWord.IsTime(word.After)
        || (word.Whole.EndsWith(':') && SentenceWord.StartsWithDigit(word.After))
        || (SentenceWord.IsDayNumber(word.After) && Month().IsMatch(word.SecondAfter))
        || DayIn(word.After, language)
        || DayIn(word.Before, language)
        || (Between().IsMatch(word.After) && DayIn(word.SecondAfter, language))
        || (Between().IsMatch(word.Before) && DayIn(word.SecondBefore, language))
        || Every().IsMatch(word.Before)
        || (word.Before.Length == 0 && word.After.Length == 0);

    static bool DayIn(string word, Language language) =>
        ShortForms.Of(word.TrimEnd('.', ':').ToLowerInvariant(), language) is { Full: var full } && (full.EndsWith("dag", StringComparison.Ordinal) || full.EndsWith("day", StringComparison.Ordinal));

    static bool IsNumber(string word) => word.Length > 0 && char.IsAsciiDigit(word[^1]);

    static bool IsCapitalised(string word) => char.IsUpper(word[0]) && word.Skip(1).All(char.IsLower);

    static bool IsCapitals(string word, SentenceWord at)
    {
        var letters = word.TakeWhile(char.IsLetter).Count();
        var digits = word.Length - letters;
        if (letters is < 2 or > 6 || digits > 2 || !word.Take(letters).All(char.IsUpper) || !word.Skip(letters).All(char.IsAsciiDigit)) return false;
        if (digits == 0 && (Roman().IsMatch(word) || Size().IsMatch(word))) return false;
        if (letters == 2 && Postcode().IsMatch(at.Before)) return false;
        // GRATIS and SAMEN can be spoken, UNHCR can't.
        return letters < 5 || digits > 0 || Vowels().Count(word) < 2;
    }

    // A whole text in capitals says nothing about its words.
    static bool IsShouted(IReadOnlyList<SentenceWord> words)
    {
        var spoken = words.Select(w => w.Bare).Where(w => w.Length > 1 && w.All(char.IsLetter)).ToList();
        return spoken.Count >= 3 && spoken.TrueForAll(w => w.All(char.IsUpper));
    }

    [GeneratedRegex(@"^(\p{L}\.){1,}\p{L}{1,3}\.?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^(?<h>\d{1,2})([.:](?<m>\d{2}))?(u(?<m>\d{2})?|(?<am>am)|(?<pm>pm))\.?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex TwelveOrUur();

    [GeneratedRegex(@"^\p{IsBasicLatin}[\p{IsBasicLatin}\p{IsLatin-1Supplement}\p{IsLatinExtended-A}]*$")]
    private static partial Regex LatinWord();

    [GeneratedRegex("^[b-df-hj-np-tv-xz]{2,5}$")]
    private static partial Regex NoVowel();

    [GeneratedRegex("[AEIOUYÄËÏÖÜÉÈ]")]
    private static partial Regex Vowels();

    [GeneratedRegex("^(I{2,3}|IV|VI{1,3}|IX|XI{0,3})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Roman();

    [GeneratedRegex("^X{1,3}[SL]$")]
    private static partial Regex Size();

    [GeneratedRegex(@"^[1-9]\d{3}$")]
    private static partial Regex Postcode();

    [GeneratedRegex("^(en|of|tot|and|or|to|until|till|t/m|-|–)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Between();

    [GeneratedRegex("^(jan|feb|mrt|maart|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Month();

    [GeneratedRegex("^(elke|iedere|volgende|every|each|next)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Every();
}
