using System.Globalization;
using System.Text;

namespace MdtChatBot.Workflow.Understanding;

/// <summary>
/// What a youth wrote, made comparable: lower case, without diacritics, tatweel and zero-width joiners, letter variants folded,
/// digits of any script as 0–9, no punctuation or emoji, letters held down (“heeeel”) once. The original is kept beside it.
/// </summary>
public sealed class Heard
{
    Heard(string original, string normal)
    {
        Original = original;
        Normal = normal;
    }

    public string Original { get; }

    /// <summary>Words with one space between; empty where nothing but emoji or punctuation was written.</summary>
    public string Normal { get; }

    public IReadOnlyList<string> Words => field ??= Normal.Length == 0 ? [] : Normal.Split(' ');

    // Youth send whole stories now and then; what decides stands in the first lines, and work stays bounded.
    internal const int LongestRead = 1000;

    public static Heard Of(string message)
    {
        var to = new StringBuilder(message.Length);
        var read = 0;
        foreach (var rune in message.EnumerateRunes())
        {
            if (read++ == LongestRead) break;
            Append(to, rune);
        }

        return new Heard(message, WithoutHeldLetters(to.ToString().Trim()));
    }

    static void Append(StringBuilder to, Rune rune)
    {
        if (rune.Value is 0x0640 or 0x200C or 0x200D or '\'' or 0x2019 or 0x2018 or 0x02BC or '`') return;
        var category = Rune.GetUnicodeCategory(rune);
        switch (category)
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format:
                return;
            case UnicodeCategory.DecimalDigitNumber:
                to.Append((int)Rune.GetNumericValue(rune));
                return;
        }

        if (Rune.IsLetter(rune)) Letters.Append(to, Rune.ToLowerInvariant(rune));
        else if (to.Length > 0 && to[^1] is not ' ') to.Append(' ');
    }

    // Three or more of the same letter in a row become one; two stay, since words have them.
    static string WithoutHeldLetters(string words)
    {
        if (!HasHeldLetters(words)) return words;
        var to = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length;)
        {
            var run = 1;
            while (i + run < words.Length && words[i + run] == words[i]) run++;
            to.Append(words[i], run >= 3 && !char.IsAsciiDigit(words[i]) ? 1 : run);
            i += run;
        }

        return to.ToString();
    }

    static bool HasHeldLetters(string words)
    {
        for (var i = 2; i < words.Length; i++)
            if (words[i] == words[i - 1] && words[i] == words[i - 2]) return true;
        return false;
    }
}
