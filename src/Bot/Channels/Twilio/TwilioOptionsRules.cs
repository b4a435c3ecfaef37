using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>Says at start what is wrong with the Twilio settings, by the name of the setting; never repeats a value, since one of them is a secret.</summary>
public sealed partial class TwilioOptionsRules : IValidateOptions<TwilioOptions>
{
    public ValidateOptionsResult Validate(string? name, TwilioOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    static IEnumerable<string> Faults(TwilioOptions options) => options.IsOn ? FaultsWhenOn(options) : FaultsWhenOff(options);

    static IEnumerable<string> FaultsWhenOff(TwilioOptions options)
    {
        if (options.AuthToken.Length > 0 || options.From.Length > 0)
            yield return "Twilio:AccountSid is empty while Twilio:AuthToken or Twilio:From is set. Set it (AC and 32 digits), or empty the others to run without WhatsApp.";
    }

    static IEnumerable<string> FaultsWhenOn(TwilioOptions options)
    {
        if (!AccountSid().IsMatch(options.AccountSid)) yield return "Twilio:AccountSid must be AC and 32 hexadecimal digits.";
        if (string.IsNullOrWhiteSpace(options.AuthToken)) yield return "Twilio:AuthToken is empty: without it webhooks can't be trusted and nothing can be sent.";
        if (!Sender().IsMatch(options.From)) yield return "Twilio:From must be whatsapp: and the number with +, for example whatsapp:+31600000000.";
        if (!IsWebAddress(options.PublicBaseUrl)) yield return "Twilio:PublicBaseUrl must be the address at which Twilio reaches this program, for example https://mdt.example.org.";
        if (!IsWebAddress(options.ApiBaseUrl)) yield return "Twilio:ApiBaseUrl must be a web address, normally https://api.twilio.com.";
        if (!IsWebAddress(options.ContentBaseUrl)) yield return "Twilio:ContentBaseUrl must be a web address, normally https://content.twilio.com.";
        foreach (var fault in options.Templates.SelectMany(t => TemplateFaults(t.Key, t.Value))) yield return fault;
    }

    static IEnumerable<string> TemplateFaults(string key, TwilioTemplate template)
    {
        foreach (var (language, sid) in template.Languages)
            if (!ContentSid().IsMatch(sid)) yield return $"Twilio:Templates:{key}:Languages:{language} must be HX and 32 hexadecimal digits.";
        if (template.Languages.Count == 0) yield return $"Twilio:Templates:{key}:Languages is empty: name a content sid (HX…) for at least one language.";
        if (template.Variables.Any(string.IsNullOrWhiteSpace)) yield return $"Twilio:Templates:{key}:Variables has an empty name.";
    }

    static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.Query.Length == 0;

    [GeneratedRegex("^AC[0-9a-fA-F]{32}$", RegexOptions.CultureInvariant)]
    private static partial Regex AccountSid();

    [GeneratedRegex("^HX[0-9a-fA-F]{32}$", RegexOptions.CultureInvariant)]
    private static partial Regex ContentSid();

    [GeneratedRegex(@"^whatsapp:\+[1-9][0-9]{6,14}$", RegexOptions.CultureInvariant)]
    private static partial Regex Sender();
}
