using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MdtChatBot.Support;

/// <summary>
/// What Twilio refuses at the door, with its codes (channels.md 1.4 and 1.6), and what its published description does not know: Twilio itself would
/// silently drop a misspelt parameter.
/// </summary>
static partial class StubRules
{
    const int LongestBody = 1600;

    static readonly FrozenSet<string> Parameters = new[]
    {
        "To", "From", "MessagingServiceSid", "Body", "MediaUrl", "PersistentAction", "ContentSid", "ContentVariables", "StatusCallback", "SendAt", "ScheduleType",
        "ValidityPeriod", "ContentRetention", "AddressRetention", "RiskCheck", "ShortenUrls", "SmartEncoded", "ProvideFeedback", "Attempt", "FallbackFrom",
        "ApplicationSid", "SendAsMms", "MaxPrice", "ForceDelivery", "TrafficType",
    }.ToFrozenSet();

    /// <summary>The first fault of a message, or null.</summary>
    public static (int Code, string Message)? FaultOf(Dictionary<string, string> form)
    {
        if (!form.TryGetValue("To", out var to) || to.Length == 0) return (21604, "A 'To' phone number is required.");
        if (!IsWhatsApp(to)) return (21211, "Invalid 'To' Phone Number");
        if (!form.ContainsKey("MessagingServiceSid"))
        {
            if (!form.TryGetValue("From", out var from) || from.Length == 0) return (21603, "A 'From' phone number is required.");
            if (!IsWhatsApp(from)) return (63007, "Twilio could not find a Channel with the specified From address");
        }

        var body = form.GetValueOrDefault("Body", "");
        if (body.Length == 0 && !form.ContainsKey("ContentSid") && !form.ContainsKey("MediaUrl"))
            return (21619, "A text message body or media urls must be specified.");
        if (form.Keys.FirstOrDefault(k => !Parameters.Contains(k)) is { } unknown) return (20001, $"Unknown parameter {unknown}");
        if (form.TryGetValue("ContentSid", out var content) && !ContentSid().IsMatch(content)) return (21655, "The ContentSid is invalid");
        if (form.TryGetValue("ContentVariables", out var variables) && (content is null || !AreVariables(variables))) return (21656, "The ContentVariables parameter is invalid");
        if (form.TryGetValue("StatusCallback", out var callback) && !Uri.TryCreate(callback, UriKind.Absolute, out _)) return (21609, "Invalid 'StatusCallback' URL");
        return IsTooLong(body) ? (21617, "The concatenated message body exceeds the 1600 character limit") : null;
    }

    /// <summary>A JSON object of numbered texts, none empty and none with a line break.</summary>
    static bool AreVariables(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            return parsed.RootElement.ValueKind is JsonValueKind.Object && parsed.RootElement.EnumerateObject().All(v =>
                int.TryParse(v.Name, out var number) && number > 0 && v.Value is { ValueKind: JsonValueKind.String } && v.Value.GetString() is { Length: > 0 } text && !text.Contains('\n', StringComparison.Ordinal));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex("^HX[0-9a-fA-F]{32}$")]
    private static partial Regex ContentSid();

    static bool IsWhatsApp(string address) => address.Length > "whatsapp:".Length && address.StartsWith("whatsapp:", StringComparison.Ordinal);

    // Counted in code points; most bodies are short enough whatever the count.
    static bool IsTooLong(string body) => body.Length > LongestBody && body.EnumerateRunes().Count() > LongestBody;
}
