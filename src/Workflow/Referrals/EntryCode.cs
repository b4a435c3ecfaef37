using System.Text.RegularExpressions;

namespace MdtChatBot.Workflow.Referrals;

/// <summary>What a QR, link or friend carries, so that the chat knows the site and who sent them.</summary>
/// <param name="Code">Upper case, as in <c>MDT-DEV24</c> without the prefix.</param>
/// <param name="Language">Set where the poster or card is in one language; the language question is then skipped.</param>
/// <param name="FriendSession">Set on a friend's code: the session that the friend has a seat at.</param>
public sealed partial record EntryCode(string Code, SiteId? Site, Language? Language, SessionId? FriendSession)
{
    public EntryCodeKind Kind { get; init; }

    /// <summary>Who handed it out in person, as the chat may say it; empty where nobody did.</summary>
    public string OwnerName { get; init; } = "";

    /// <summary>The first name that a worker wrote down for whom this code was made; empty without.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>Somebody follows what becomes of whoever comes with it.</summary>
    public bool IsFollowed => Kind is EntryCodeKind.Worker or EntryCodeKind.Ambassador;

    /// <summary>Set on the code that hangs at the door of a session: who sends it is there.</summary>
    public Door? Door { get; init; }

    /// <summary>A code as it stands in a message: <c>MDT-DEV24</c>.</summary>
    public static string Written(string code) => "MDT-" + code;

    /// <summary>The code in a message, upper case without prefix, or null. Tolerant: “hoi mdt dev24”, “MDT‑DEV24!”.</summary>
    public static string? In(string message)
    {
        var match = Pattern().Match(message);
        return match.Success ? match.Groups["code"].Value.ToUpperInvariant() : null;
    }

    /// <summary>The link that begins a chat with a code: in WhatsApp where the bot has a number there, else in the web chat.</summary>
    public static string LinkOf(string code, string whatsAppNumber, string publicUrl) => whatsAppNumber.Length > 0
        ? $"https://wa.me/{whatsAppNumber}?text={Uri.EscapeDataString($"Hoi! {Written(code)}")}"
        : $"{publicUrl}/?code={code}";

    // Four to twelve letters or digits behind "MDT" and one separator; at least one digit, so that "mdt amersfoort" is not a code.
    [GeneratedRegex(@"\bMDT[-‐‑–_ ](?<code>[A-Z0-9]{0,11}[0-9][A-Z0-9]{0,11})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}

/// <summary>Whose code it is, or what for. Stored by name.</summary>
public enum EntryCodeKind
{
    /// <summary>On a flyer or poster of a site.</summary>
    Site,

    /// <summary>Of one worker: on their card, or made for one youth.</summary>
    Worker,

    /// <summary>Of a former participant.</summary>
    Ambassador,

    Event,

    /// <summary>To come along to a session that a friend goes to.</summary>
    Friend,

    /// <summary>On the door of a session.</summary>
    Door,
}
