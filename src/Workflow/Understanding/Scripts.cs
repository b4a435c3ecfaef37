using System.Buffers;

namespace MdtChatBot.Workflow.Understanding;

/// <summary>Languages by script and telling letters (platform.md: script and letters first, then words, else ask).</summary>
static class Scripts
{
    /// <summary>Codes of languages that the letters allow; empty where they tell nothing.</summary>
    public static IReadOnlyList<string> LanguagesOf(string message)
    {
        if (message.Any(c => c is >= '\u1200' and <= '\u137F')) return ["ti"];
        if (message.AsSpan().IndexOfAny(PersianLetters) >= 0) return ["fa"];
        if (message.Any(c => c is >= '\u0600' and <= '\u06FF')) return message.AsSpan().IndexOfAny(ArabicLetters) >= 0 ? ["ar"] : ["ar", "fa"];
        return message.AsSpan().IndexOfAny(TurkishLetters) >= 0 ? ["tr"] : [];
    }

    /// <summary>Written in Latin letters by its own speakers.</summary>
    public static bool IsLatin(Language language) => language.Code is not ("ar" or "fa" or "ti");

    // Letters that Arabic does not have; Persian keyboards also send their own kaf and yeh.
    static readonly SearchValues<char> PersianLetters = SearchValues.Create("پچژگکی");

    // Letters that Persian words hardly have, and that Persian keyboards do not send.
    static readonly SearchValues<char> ArabicLetters = SearchValues.Create("ةىيكإ");

    static readonly SearchValues<char> TurkishLetters = SearchValues.Create("ğĞşŞıİ");
}
