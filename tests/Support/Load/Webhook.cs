using System.Globalization;
using System.Text;

namespace MdtChatBot.Support;

/// <summary>Where the program believes to stand, and the account it believes: what inbound requests are signed over.</summary>
public sealed record WebhookTarget
{
    /// <summary>As in <c>Twilio__PublicBaseUrl</c>: need not be where the program really listens.</summary>
    public string PublicBaseUrl { get; init; } = "https://mdt.example.org";

    public required string AccountSid { get; init; }

    public required string AuthToken { get; init; }

    /// <summary>The bot's own number, as in <c>Twilio__From</c>.</summary>
    public string Bot { get; init; } = "whatsapp:+31600000000";

    public static WebhookTarget Of(StubTwilio twilio) => new() { AccountSid = twilio.AccountSid, AuthToken = twilio.AuthToken };
}

/// <summary>
/// One inbound message as a complete HTTP request, signed and in bytes before a measurement starts:
/// every field that Twilio sends with a text (channels.md 1.1), so that parsing costs what it costs in earnest.
/// </summary>
/// <param name="From"><c>whatsapp:+…</c></param>
/// <param name="Request">May be sent again as it is: that is what a repeated delivery looks like.</param>
public sealed record Webhook(string Sid, string From, string Body, ReadOnlyMemory<byte> Request)
{
    const string Path = "/webhooks/twilio/inbound";

    /// <param name="number">Makes the message's id, unique within a run.</param>
    public static Webhook Of(WebhookTarget target, string from, string body, long number)
    {
        var sid = "SM" + number.ToString("x32", CultureInfo.InvariantCulture);
        var form = Form(target, from, body, sid);
        var encoded = string.Join('&', form.Select(f => $"{Encode(f.Key)}={Encode(f.Value)}"));
        var signature = TwilioSigner.Sign(target.AuthToken, target.PublicBaseUrl + Path, form);
        var head = $"""
            POST {Path} HTTP/1.1
            Host: {new Uri(target.PublicBaseUrl).Authority}
            User-Agent: TwilioProxy/1.1
            Accept: */*
            Content-Type: application/x-www-form-urlencoded; charset=UTF-8
            Content-Length: {encoded.Length}
            X-Twilio-Signature: {signature}
            I-Twilio-Idempotency-Token: {sid[2..]}


            """.ReplaceLineEndings("\r\n");
        return new Webhook(sid, from, body, Encoding.ASCII.GetBytes(head + encoded));
    }

    static Dictionary<string, string> Form(WebhookTarget target, string from, string body, string sid) => new(StringComparer.Ordinal)
    {
        ["SmsMessageSid"] = sid,
        ["NumMedia"] = "0",
        ["ProfileName"] = "Amina 🌷",
        ["MessageType"] = "text",
        ["SmsSid"] = sid,
        ["WaId"] = from["whatsapp:+".Length..],
        ["SmsStatus"] = "received",
        ["Body"] = body,
        ["To"] = target.Bot,
        ["NumSegments"] = "1",
        ["ReferralNumMedia"] = "0",
        ["MessageSid"] = sid,
        ["AccountSid"] = target.AccountSid,
        ["ChannelMetadata"] = """{"type":"whatsapp","data":{"context":{"ProfileName":"Amina 🌷","WaId":"0"}}}""",
        ["From"] = from,
        ["ApiVersion"] = "2010-04-01",
    };

    static string Encode(string value) => Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);
}
