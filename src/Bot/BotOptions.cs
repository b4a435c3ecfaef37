using System.ComponentModel.DataAnnotations;

namespace MdtChatBot.Bot;

/// <summary>Section <c>Bot</c>: where the program stands in the world.</summary>
public sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary>
    /// Where links in messages start, for example <c>https://mdt.example.org</c>. Empty: <c>Twilio:PublicBaseUrl</c>,
    /// and where that is empty too the address that the program listens on.
    /// </summary>
    [RegularExpression("^(https?://[^/?#]+(/[^?#]*)?)?$", ErrorMessage = "Bot:PublicUrl must be a web address without query, for example https://mdt.example.org.")]
    public string PublicUrl { get; init; } = "";

    /// <summary>IP addresses of reverse proxies whose <c>X-Forwarded-For</c> and <c>-Proto</c> are believed; nobody's by default.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];
}
