using System.Text;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>Text from outside, made fit to be stored.</summary>
public static class Words
{
    /// <summary>
    /// Without control characters (PostgreSQL refuses U+0000 in text) except line breaks and tabs, without halves of
    /// surrogate pairs, trimmed, and at most <paramref name="max"/> UTF-16 units without splitting a character.
    /// </summary>
    public static string Clean(string text, int max)
    {
        var clean = NeedsCleaning(text) ? Cleaned(text) : text;
        clean = clean.Trim();
        if (clean.Length <= max) return clean;
        return clean[..(char.IsHighSurrogate(clean[max - 1]) ? max - 1 : max)];
    }

    static bool NeedsCleaning(string text)
    {
        foreach (var c in text)
            if (IsUnwanted(c) || char.IsSurrogate(c)) return true;
        return false;
    }

    static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!(rune.IsBmp && IsUnwanted((char)rune.Value))) clean.Append(rune);
        return clean.ToString();
    }

    static bool IsUnwanted(char c) => char.IsControl(c) && c is not ('\n' or '\t');
}
