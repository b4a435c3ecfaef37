using System.Text.RegularExpressions;

namespace MdtChatBot.Workflow.Content;

/// <summary>
/// Unicode isolates, so that a time, telephone number, link or name inside right-to-left text is not shown in the wrong order
/// (platform.md; UAX 9). Left-to-right languages need none.
/// </summary>
static partial class Isolates
{
    const char LeftToRight = '\u2066';
    const char FirstStrong = '\u2068';
    const char Pop = '\u2069';

    /// <summary>For times, dates in digits, telephone numbers and links.</summary>
    public static string LeftToRightIn(string words) => LeftToRight + words + Pop;

    /// <summary>For names and places: they keep the direction of their own letters.</summary>
    public static string OwnDirectionIn(string words) => words.Length == 0 ? words : FirstStrong + words + Pop;

    /// <summary>Isolates telephone numbers and the like (“088 112 2 112”) that stand in a text itself.</summary>
    public static string AroundNumbers(string literal) => Numbers().Replace(literal, m => LeftToRightIn(m.Value));

    [GeneratedRegex(@"[0-9]+([ \-–:][0-9]+)+")]
    private static partial Regex Numbers();
}
