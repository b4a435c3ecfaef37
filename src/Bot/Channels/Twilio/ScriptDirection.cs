using System.Text;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>
/// The direction in which a phone shows a text: that of its first letter outside isolates (Unicode bidirectional algorithm, rules P2 and P3).
/// </summary>
public static class ScriptDirection
{
    public static bool IsRightToLeft(string text)
    {
        var isolates = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x2066 and <= 0x2068) isolates++;
            else if (rune.Value == 0x2069) isolates = Math.Max(0, isolates - 1);
            else if (isolates == 0 && Rune.IsLetter(rune)) return IsRightToLeftLetter(rune.Value);
        }

        return false;
    }

    /// <summary>Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.</summary>
    static bool IsRightToLeftLetter(int value) => value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x1E800 and <= 0x1EFFF);
}
