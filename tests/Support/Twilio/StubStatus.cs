using System.Globalization;
using System.Net;

namespace MdtChatBot.Support;

/// <summary>Status callbacks as Twilio sends them: a signed form to the address that the message named (channels.md 1.5).</summary>
static class StubStatus
{
    static readonly HttpClient Http = new();

    public static async Task<HttpStatusCode> Send(StubTwilio twilio, StubMessage message, string status, int? errorCode)
    {
        var form = Form(twilio.AccountSid, message, status, errorCode);
        var target = new Uri(message.StatusCallback);
        if (twilio.CallbacksTo is { } host) target = new Uri(host, target.PathAndQuery);

        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", TwilioSigner.Sign(twilio.AuthToken, message.StatusCallback, form));
        using var response = await (twilio.Reporter ?? Http).SendAsync(request);
        return response.StatusCode;
    }

    static Dictionary<string, string> Form(string account, StubMessage message, string status, int? errorCode)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MessageSid"] = message.Sid,
            ["SmsSid"] = message.Sid,
            ["MessageStatus"] = status,
            ["SmsStatus"] = status,
            ["To"] = message.To,
            ["From"] = message.From,
            ["AccountSid"] = account,
            ["ApiVersion"] = "2010-04-01",
            ["ChannelPrefix"] = "whatsapp",
        };
        if (errorCode is { } code) form["ErrorCode"] = code.ToString(CultureInfo.InvariantCulture);
        return form;
    }
}
