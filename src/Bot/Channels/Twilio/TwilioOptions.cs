using System.Net.Http.Headers;
using System.Text;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>Section <c>Twilio</c>: the WhatsApp number that the bot answers on. Off while <see cref="AccountSid"/> is empty.</summary>
public sealed class TwilioOptions
{
    public const string Section = "Twilio";

    /// <summary><c>AC</c> and 32 hexadecimal digits, from the Twilio console.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>The account's auth token: signs webhooks and opens the API. A secret: set it by environment variable.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>The sender, <c>whatsapp:+31…</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>
    /// Where Twilio reaches this program, exactly as configured at Twilio before <c>/webhooks/…</c>: signatures are made over it.
    /// </summary>
    public string PublicBaseUrl { get; set; } = "";

    /// <summary>Where Twilio's API is; another address only in tests.</summary>
    public string ApiBaseUrl { get; set; } = "https://api.twilio.com";

    /// <summary>Where Twilio's Content API is, which makes templates; another address only in tests.</summary>
    public string ContentBaseUrl { get; set; } = "https://content.twilio.com";

    /// <summary>Content templates by the key of the message's first text (<c>reminder.oneDay</c>).</summary>
    public Dictionary<string, TwilioTemplate> Templates { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    public bool IsOn => AccountSid.Length > 0;

    /// <summary><see cref="PublicBaseUrl"/> as it stands in signatures: no fragment (it is never signed), no slash at the end.</summary>
    public string SignedBaseUrl => PublicBaseUrl.Split('#')[0].TrimEnd('/');

    /// <summary>Account and token, as the API wants to see them.</summary>
    internal AuthenticationHeaderValue Credentials => new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{AccountSid}:{AuthToken}")));

    /// <summary>The sender's digits, for <c>wa.me</c> links; empty while Twilio is off.</summary>
    public string WhatsAppNumber => IsOn ? From.Replace("whatsapp:+", "", StringComparison.Ordinal) : "";
}

/// <summary>One message as prepared at Twilio (Content API), approved by WhatsApp where it is used outside the 24-hour window.</summary>
public sealed class TwilioTemplate
{
    /// <summary>The content sid (<c>HX…</c>) per language code.</summary>
    public Dictionary<string, string> Languages { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// What fills <c>{{1}}</c>, <c>{{2}}</c> …, in that order: the name of an argument of the text (<c>firstName</c>),
    /// <c>body</c> for the whole text, or <c>choice.1.label</c> and <c>choice.1.id</c> for the choices under it.
    /// </summary>
    public List<string> Variables { get; init; } = [];
}
