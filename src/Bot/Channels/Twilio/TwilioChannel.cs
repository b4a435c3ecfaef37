using System.Net;
using System.Text.Json;
using MdtChatBot.Bot.Templates;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Templates;
using NodaTime;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>WhatsApp through Twilio's Messages API.</summary>
public sealed partial class TwilioChannel(SendRequest requests, TwilioApi api, SentMessages sentMessages, TemplateShelf templates, ILogger<TwilioChannel> log) : IChannel
{
    /// <summary>As in <see cref="Arrived.Channel"/>.</summary>
    public const string ChannelName = "twilio";

    public string Name => ChannelName;

    public bool HasWindow => true;

    public bool IsLimited => true;

    /// <summary>A template that the settings name goes before everything, also inside the window: its buttons are real ones.</summary>
    public Way WayOf(OutboxMessage message, bool isOpen)
    {
        if (requests.Configured(message) is { } configured) return new Way.AsTemplate(configured);
        return templates.WayOf(message, isOpen);
    }

    public async Task<SendResult> Send(OutboxMessage message, Way way, CancellationToken stop)
    {
        using var form = requests.Write(message, way);
        if (form is null)
        {
            LogTooLong(log, message.TemplateKey, message.Language);
            return new SendResult.Refused("too-long");
        }

        var result = await Attempt(form, message.Attempts, stop);
        LogUnusual(result);
        return result;
    }

    public Task<string?> FindSent(OutboxMessage message, Way way, Func<string, Task<bool>> isTaken, CancellationToken stop) =>
        sentMessages.Find(message, way is not Way.Free, isTaken, stop);

    async Task<SendResult> Attempt(FormUrlEncodedContent form, int attempts, CancellationToken stop)
    {
        try
        {
            var (answer, body) = await api.Create(form, stop);
            using (answer) return ResultOf(answer, body, attempts);
        }
        catch (HttpRequestException e) when (IsBeforeSending(e.HttpRequestError))
        {
            return new SendResult.TryLater("no-connection", null);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutException or IOException or OperationCanceledException)
        {
            // The request may have reached Twilio; also when we are being stopped.
            return new SendResult.Unknown();
        }
    }

    /// <summary>Nothing of the message had left: no name, no connection, no TLS.</summary>
    static bool IsBeforeSending(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    static SendResult ResultOf(HttpResponseMessage answer, byte[] body, int attempts)
    {
        var said = Parse(body);
        if (answer.IsSuccessStatusCode) return said?.Sid is { Length: > 0 } sid ? new SendResult.Accepted(sid) : new SendResult.Unknown();
        var asked = RetryAfter(answer);
        return said?.Code is { } code && TwilioErrors.Table.ContainsKey(code.ToString())
            ? TwilioErrors.ResultFor(code.ToString(), attempts, asked)
            : ResultOf(answer.StatusCode, said?.Code, asked);
    }

    static SendResult ResultOf(HttpStatusCode status, int? code, Duration? asked)
    {
        var name = code?.ToString() ?? $"http-{(int)status}";
        return status switch
        {
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => new SendResult.TryLater(name, asked),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound => new SendResult.TryLater(name, asked ?? Duration.FromMinutes(5)),
            // It may have been sent before something broke.
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new SendResult.Unknown(),
            _ => new SendResult.Refused(name),
        };
    }

    static Duration? RetryAfter(HttpResponseMessage answer) =>
        answer.Headers.RetryAfter?.Delta is { } delta ? Duration.FromTimeSpan(delta) : null;

    static TwilioAnswer? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, TwilioJson.Default.TwilioAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    void LogUnusual(SendResult result)
    {
        if (result is SendResult.Refused refused) LogRefused(log, refused.Code);
        if (result is SendResult.TryLater later && (later.Code.StartsWith("http-4", StringComparison.Ordinal) || TwilioErrors.MeaningOf(later.Code) is TwilioErrors.Meaning.Configuration))
            LogConfiguration(log, later.Code);
    }

    [LoggerMessage(1, LogLevel.Error, "A message was not sent: text {Key} in {Language} is longer than 1,600 characters. Shorten the text.")]
    static partial void LogTooLong(ILogger log, string key, string language);

    [LoggerMessage(2, LogLevel.Warning, "Twilio refused a message for good: {Code}.")]
    static partial void LogRefused(ILogger log, string code);

    [LoggerMessage(3, LogLevel.Error, "Twilio refuses our account or sender ({Code}): check Twilio:AccountSid, Twilio:AuthToken and Twilio:From.")]
    static partial void LogConfiguration(ILogger log, string code);
}
