namespace MdtChatBot.Support;

/// <summary>What Twilio refuses at the door, with its codes (channels.md 1.4 and 1.6).</summary>
static class StubRules
{
    const int LongestBody = 1600;

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
        return IsTooLong(body) ? (21617, "The concatenated message body exceeds the 1600 character limit") : null;
    }

    static bool IsWhatsApp(string address) => address.Length > "whatsapp:".Length && address.StartsWith("whatsapp:", StringComparison.Ordinal);

    // Counted in code points; most bodies are short enough whatever the count.
    static bool IsTooLong(string body) => body.Length > LongestBody && body.EnumerateRunes().Count() > LongestBody;
}
