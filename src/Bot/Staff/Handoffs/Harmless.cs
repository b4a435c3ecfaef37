using System.Text;

namespace MdtChatBot.Bot.Staff;

/// <summary>Somebody's own words, made fit to be shown among ours: nothing in them may turn the text around them.</summary>
static class Harmless
{
    /// <summary>Longer words are folded.</summary>
    public const int Short = 600;

    /// <summary>Without embeddings, overrides and isolates (UAX 9), and without other control characters; what joins letters stays.</summary>
    public static string Of(string words)
    {
        var kept = new StringBuilder(words.Length);
        foreach (var c in words)
            if (c is '\n' || !(IsTurning(c) || char.IsControl(c))) kept.Append(c);
        return kept.ToString();
    }

    static bool IsTurning(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';
}
