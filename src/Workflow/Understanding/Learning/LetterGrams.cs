using System.Globalization;
using System.Text;

namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>What tells the language of a message: pieces of one to four letters as they were written (ş is not s here), and its words.</summary>
static class LetterGrams
{
    const int Longest = 4;

    public static void Of(string message, List<uint> to)
    {
        to.Clear();
        foreach (var word in Words(message))
        {
            GramHash.Pieces(word, 1, Longest, to);
            to.Add(GramHash.Of('w', word));
        }
    }

    static string[] Words(string message)
    {
        var to = new StringBuilder(message.Length);
        var read = 0;
        foreach (var rune in message.EnumerateRunes())
        {
            if (read++ == Heard.LongestRead) break;
            if (Rune.IsLetter(rune) || Rune.IsDigit(rune) || rune.Value is '\'' or 0x2019) AppendOnce(to, Rune.ToLowerInvariant(rune));
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.EnclosingMark) && rune.Value != 0x0640) to.Append(' ');
        }

        return to.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    // Letters held down (“heeeel”) say nothing about the language.
    static void AppendOnce(StringBuilder to, Rune rune)
    {
        if (!rune.IsBmp) return;
        var c = (char)rune.Value;
        if (to.Length >= 2 && to[^1] == c && to[^2] == c) return;
        to.Append(c);
    }
}
