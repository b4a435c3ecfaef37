using MdtChatBot.Bot.Turns;
using Microsoft.AspNetCore.Http.Features;
using NodaTime;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>
/// <c>POST /webhooks/twilio/inbound</c> and <c>/webhooks/twilio/status</c>: verify, store, answer. Nothing is decided here.
/// 400 without a signature, 403 on a wrong one, 413 when too large, 503 while nothing can be stored (Twilio then repeats it with <c>#rc=2&amp;rp=all</c>).
/// </summary>
public sealed partial class TwilioWebhooks(
    TwilioOptions options, TwilioSignature signature, InboxWriter inbox, StatusWriter statuses, IClock clock, ILogger<TwilioWebhooks> log)
{
    static readonly byte[] EmptyTwiml = "<Response/>"u8.ToArray();

    readonly string _baseUrl = options.SignedBaseUrl;

    /// <summary>A message of a youth: answered only once it is durable.</summary>
    public async Task Inbound(HttpContext http)
    {
        if (await Verified(http) is not { } form) return;
        var repeatKey = http.Request.Headers["I-Twilio-Idempotency-Token"].ToString();
        if (InboundForm.Read(form, repeatKey, clock.GetCurrentInstant()) is not { } arrived)
        {
            LogNobody(log);
            await Answer(http);
            return;
        }

        if (await Stored(http, () => inbox.Accept(arrived, http.RequestAborted))) await Answer(http);
    }

    /// <summary>How far one of our messages got; <c>m</c> in the query is our own id of it, <c>o</c> of the one that a stand-in announced, <c>a</c> that of an alert to staff.</summary>
    public async Task Status(HttpContext http)
    {
        if (await Verified(http) is not { } form) return;
        var kind = http.Request.Query.ContainsKey("a") ? "a" : http.Request.Query.ContainsKey("o") ? "o" : "m";
        var news = long.TryParse(http.Request.Query[kind], out var id) && id > 0 ? StatusForm.Read(id, form, kind is "a", kind is "o") : null;
        if (news is null || await Stored(http, () => statuses.Accept(news, http.RequestAborted))) await Answer(http);
    }

    async Task<WebhookForm?> Verified(HttpContext http)
    {
        if (http.Request.Headers["X-Twilio-Signature"].ToString() is not { Length: > 0 } given)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return null;
        }

        var form = await WebhookForm.Read(http.Request, http.RequestAborted);
        if (form is not null && signature.IsValid(_baseUrl + Target(http), form, given)) return form;
        http.Response.StatusCode = form is null ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status403Forbidden;
        if (form is not null) LogForged(log);
        return null;
    }

    /// <summary>Path and query exactly as sent: that is what was signed.</summary>
    static string Target(HttpContext http)
    {
        var raw = http.Features.Get<IHttpRequestFeature>()?.RawTarget;
        return raw is ['/', ..] ? raw : http.Request.PathBase + http.Request.Path + http.Request.QueryString;
    }

    async Task<bool> Stored(HttpContext http, Func<Task> store)
    {
        try
        {
            await store();
            return true;
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogNotStored(log, e.GetType().Name);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "5";
            return false;
        }
    }

    static Task Answer(HttpContext http)
    {
        http.Response.ContentType = "text/xml";
        http.Response.ContentLength = EmptyTwiml.Length;
        return http.Response.Body.WriteAsync(EmptyTwiml, 0, EmptyTwiml.Length, http.RequestAborted);
    }

    [LoggerMessage(1, LogLevel.Warning, "A webhook with a wrong signature was refused. If it was Twilio's: check Twilio:AuthToken and Twilio:PublicBaseUrl.")]
    static partial void LogForged(ILogger log);

    [LoggerMessage(2, LogLevel.Warning, "A signed webhook named no sender that can be answered.")]
    static partial void LogNobody(ILogger log);

    [LoggerMessage(3, LogLevel.Error, "A webhook could not be stored ({Error}); Twilio is asked to repeat it.")]
    static partial void LogNotStored(ILogger log, string error);
}
