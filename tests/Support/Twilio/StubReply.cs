using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using NodaTime;

namespace MdtChatBot.Support;

/// <summary>Writes answers in Twilio's words and shapes (channels.md 1.4).</summary>
static class StubReply
{
    public static Task Accepted(IFeatureCollection http, string account, StubMessage message) =>
        Write(http, 201, json => WriteMessage(json, account, message));

    /// <summary><c>{code, message, more_info, status}</c>.</summary>
    public static Task Error(IFeatureCollection http, int status, int code, string message, int? retryAfterSeconds = null)
    {
        if (retryAfterSeconds is { } seconds) http.GetRequiredFeature<IHttpResponseFeature>().Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Write(http, status, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("code", code);
            json.WriteString("message", message);
            json.WriteString("more_info", $"https://www.twilio.com/docs/errors/{code}");
            json.WriteNumber("status", status);
            json.WriteEndObject();
        });
    }

    public static void WriteMessage(Utf8JsonWriter json, string account, StubMessage message)
    {
        json.WriteStartObject();
        json.WriteString("sid", message.Sid);
        json.WriteString("account_sid", account);
        json.WriteString("api_version", "2010-04-01");
        json.WriteString("status", "queued");
        json.WriteString("direction", "outbound-api");
        json.WriteString("from", message.From);
        json.WriteString("to", message.To);
        json.WriteString("body", message.Body);
        json.WriteString("num_segments", "1");
        json.WriteString("num_media", "0");
        json.WriteNull("error_code");
        json.WriteNull("error_message");
        json.WriteNull("price");
        var at = Rfc2822(message.At);
        json.WriteString("date_created", at);
        json.WriteString("date_updated", at);
        json.WriteString("date_sent", at);
        json.WriteString("uri", $"/2010-04-01/Accounts/{account}/Messages/{message.Sid}.json");
        json.WriteEndObject();
    }

    public static async Task Write(IFeatureCollection http, int status, Action<Utf8JsonWriter> content)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        await using (var json = new Utf8JsonWriter(body)) content(json);

        var response = http.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = status;
        response.Headers.ContentType = "application/json";
        response.Headers.ContentLength = body.WrittenCount;
        await http.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(body.WrittenMemory);
    }

    static string Rfc2822(Instant at) => at.ToDateTimeUtc().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
