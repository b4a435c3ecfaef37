using System.Buffers;

namespace MdtChatBot.Workflow.Understanding;

/// <summary>Languages by script and telling letters (platform.md: script and letters first, then words, else ask).</summary>
static class Scripts
{
    /// <summary>Codes of languages that the letters allow, likeliest first; empty where they tell nothing.</summary>
    public static IReadOnlyList<string> LanguagesOf(string message)
    {
        if (message.Any(c => c is >= '\u1200' and <= '\u137F')) return Ethiopic(message);
        if (message.Any(c => c is >= '\u0600' and <= '\u06FF')) return Arabic(message);
        if (message.Any(c => c is >= '\u0400' and <= '\u052F')) return Cyrillic(message);
        return Latin(message);
    }

    /// <summary>Written in Latin letters by its own speakers.</summary>
    public static bool IsLatin(Language language) => language.Code is "nl" or "en" or "tr" or "ku" or "so" or "fr" or "es";

    // Tigrinya has syllables that Amharic does not write (ቐ …) and its own glottals; what both have stays open.
    static IReadOnlyList<string> Ethiopic(string message) => Has(message, TigrinyaSyllables) ? ["ti"] : Has(message, AmharicSyllables) ? ["am"] : ["ti", "am"];

    static IReadOnlyList<string> Arabic(string message)
    {
        if (Has(message, PashtoLetters)) return ["ps"];
        if (Has(message, SoraniLetters)) return ["ckb"];
        if (Has(message, PersianLetters)) return ["fa", "prs", "ckb", "ps"];
        return Has(message, ArabicLetters) ? ["ar"] : ["ar", "fa", "prs", "ckb", "ps"];
    }

    static IReadOnlyList<string> Cyrillic(string message) => Has(message, UkrainianLetters) ? ["uk"] : Has(message, RussianLetters) ? ["ru"] : ["uk", "ru"];

    static IReadOnlyList<string> Latin(string message) => Has(message, TurkishLetters) ? ["tr"] : Has(message, CedillaS) ? ["tr", "ku"] : Has(message, SpanishLetters) ? ["es"] : [];

    static bool Has(string message, SearchValues<char> letters) => message.AsSpan().IndexOfAny(letters) >= 0;

    static readonly SearchValues<char> TigrinyaSyllables = SearchValues.Create("ቐቑቒቓቔቕቖኸኹኺኻኼኽኾኣኡኢኤኦ");
    static readonly SearchValues<char> AmharicSyllables = SearchValues.Create("አ");

    static readonly SearchValues<char> PashtoLetters = SearchValues.Create("ټډړښږڼېۍځڅ");

    // Kurdish in Arabic letters writes its vowels.
    static readonly SearchValues<char> SoraniLetters = SearchValues.Create("ێۆڵڕەڤ");

    // Letters that Arabic does not have; Persian keyboards also send their own kaf and yeh.
    static readonly SearchValues<char> PersianLetters = SearchValues.Create("پچژگکی");

    // Letters that Persian words hardly have, and that Persian keyboards do not send.
    static readonly SearchValues<char> ArabicLetters = SearchValues.Create("ةىيكإ");

    static readonly SearchValues<char> UkrainianLetters = SearchValues.Create("іїєґІЇЄҐ");
    static readonly SearchValues<char> RussianLetters = SearchValues.Create("ыэъёЫЭЪЁ");

    static readonly SearchValues<char> TurkishLetters = SearchValues.Create("ğĞıİ");
    static readonly SearchValues<char> CedillaS = SearchValues.Create("şŞ");
    static readonly SearchValues<char> SpanishLetters = SearchValues.Create("ñÑ¿¡");
}
