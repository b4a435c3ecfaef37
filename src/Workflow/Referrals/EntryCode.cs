using System.Text.RegularExpressions;

namespace MdtChatBot.Workflow.Referrals;

/// <summary>What a QR, link or friend carries, so that the chat knows the site and who sent them.</summary>
/// <param name="Code">Upper case, as in <c>MDT-DEV24</c> without the prefix.</param>
/// <param name="Language">Set where the poster or card is in one language; the language question is then skipped.</param>
/// <param name="FriendSession">Set on a friend's code: the session that the friend has a seat at.</param>
public sealed partial record EntryCode(string Code, SiteId? Site, Language? Language, SessionId? FriendSession)
{
    /// <summary>Set on the code that hangs at the door of a session: who sends it is there.</summary>
    public Door? Door { get; init; }

    /// <summary>The code in a message, upper case without prefix, or null. Tolerant: “hoi mdt dev24”, “MDT‑DEV24!”.</summary>
    public static string? In(string message)
    {
        var match = Pattern().Match(message);
        return match.Success ? match.Groups["code"].Value.ToUpperInvariant() : null;
    }

    // Four to twelve letters or digits behind "MDT" and one separator; at least one digit, so that "mdt amersfoort" is not a code.
    [GeneratedRegex(@"\bMDT[-‐‑–_ ](?<code>[A-Z0-9]{0,11}[0-9][A-Z0-9]{0,11})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
