using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Workflow.Templates;

namespace MdtChatBot.Bot.Templates;

/// <summary>Twilio's Content API: templates made, handed in for approval, and read back (reference/channels.md 1.7).</summary>
public sealed class ContentApi : IDisposable
{
    const int MostTries = 4;
    const int MostPages = 100;

    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(1);

    readonly HttpClient _http;
    readonly Func<TimeSpan, CancellationToken, Task> _wait;

    public ContentApi(TwilioOptions options) : this(options, Task.Delay) { }

    /// <param name="options">Whose account.</param>
    /// <param name="wait">How to wait between tries.</param>
    internal ContentApi(TwilioOptions options, Func<TimeSpan, CancellationToken, Task> wait)
    {
        _wait = wait;
        _http = new HttpClient { BaseAddress = new Uri(options.ContentBaseUrl.TrimEnd('/') + "/"), Timeout = s_patience };
        _http.DefaultRequestHeaders.Authorization = options.Credentials;
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    /// <summary>Makes it; returns its id. Not tried again once it may have arrived: whoever asks next finds it by its name.</summary>
    /// <exception cref="ContentException">It was refused, or nobody can tell.</exception>
    internal async Task<string> Create(TemplateText text, CancellationToken stop)
    {
        var answer = await Ask(HttpMethod.Post, "v1/Content", () => Json(ContentRequest.Of(text), ContentJson.Default.ContentRequest), ContentJson.Default.ContentAnswer, stop);
        return answer.Sid is { Length: > 0 } sid ? sid : throw new ContentException("no-sid", "Twilio named no sid.");
    }

    /// <summary>Asks for WhatsApp's approval.</summary>
    internal Task<ContentApproval> Submit(string sid, TemplateText text, CancellationToken stop) => Ask(
        HttpMethod.Post,
        $"v1/Content/{sid}/ApprovalRequests/whatsapp",
        () => Json(new ApprovalRequest(text.Name, text.Category.ToString().ToUpperInvariant()), ContentJson.Default.ApprovalRequest),
        ContentJson.Default.ContentApproval,
        stop);

    /// <summary>All templates of the account, with what became of each.</summary>
    internal async Task<IReadOnlyList<ContentLine>> List(CancellationToken stop)
    {
        var all = new List<ContentLine>();
        var next = "v1/ContentAndApprovals?PageSize=100";
        for (var page = 0; page < MostPages; page++)
        {
            var read = await Ask(HttpMethod.Get, next, () => null, ContentJson.Default.ContentPage, stop);
            all.AddRange(read.Contents ?? []);
            if (read.Meta?.NextPageUrl is not { Length: > 0 } url) return all;
            // Only its path and query: the account and token go nowhere else, whatever the answer says.
            next = new Uri(url, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } absolute ? absolute.PathAndQuery.TrimStart('/') : url.TrimStart('/');
        }

        throw new ContentException("pages", "The list of templates does not end.");
    }

    /// <summary>Once more where nothing was done (429, 503, no connection), with growing pauses or as long as asked; reading also after anything else that passes.</summary>
    async Task<T> Ask<T>(HttpMethod method, string path, Func<HttpContent?> content, JsonTypeInfo<T> shape, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            using var request = new HttpRequestMessage(method, path) { Content = content() };
            TimeSpan? asked = null;
            try
            {
                using var answer = await _http.SendAsync(request, stop);
                if (answer.IsSuccessStatusCode) return await Read(answer, shape, stop);
                asked = answer.Headers.RetryAfter?.Delta;
                if (tries == MostTries || !MayTryAgain(answer.StatusCode, method)) throw await Failure(answer, stop);
            }
            catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !stop.IsCancellationRequested))
            {
                if (tries == MostTries || !MayTryAgain(e, method)) throw new ContentException("no-answer", "Twilio did not answer. Run it again: what arrived is found.");
            }

            var wait = asked ?? TimeSpan.FromSeconds(Math.Pow(2, tries));
            await _wait(wait < s_longestWait ? wait : s_longestWait, stop);
        }
    }

    static bool MayTryAgain(HttpStatusCode status, HttpMethod method) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable || (method == HttpMethod.Get && (int)status >= 500);

    static bool MayTryAgain(Exception thrown, HttpMethod method) =>
        method == HttpMethod.Get || thrown is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError };

    static async Task<T> Read<T>(HttpResponseMessage answer, JsonTypeInfo<T> shape, CancellationToken stop)
    {
        try
        {
            return JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(stop), shape) ?? throw new ContentException("empty", "Twilio's answer is empty.");
        }
        catch (JsonException)
        {
            throw new ContentException("not-json", "Twilio's answer can't be read.");
        }
    }

    static async Task<ContentException> Failure(HttpResponseMessage answer, CancellationToken stop)
    {
        ContentFault? fault = null;
        try
        {
            fault = JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(stop), ContentJson.Default.ContentFault);
        }
        catch (JsonException)
        {
            // The status says enough.
        }

        return new ContentException(fault?.Code?.ToString() ?? $"http-{(int)answer.StatusCode}", fault?.Message ?? answer.ReasonPhrase ?? "");
    }

    static ByteArrayContent Json<T>(T value, JsonTypeInfo<T> shape) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, shape)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    public void Dispose() => _http.Dispose();
}

/// <summary>Twilio did not do what it was asked. Its words are about a template, never about a person.</summary>
public sealed class ContentException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
