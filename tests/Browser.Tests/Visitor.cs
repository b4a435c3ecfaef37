using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace MdtChatBot.Browser.Tests;

/// <summary>Somebody who makes the page's requests by hand, with a cookie jar of their own.</summary>
sealed class Visitor(string address) : IDisposable
{
    static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(15);

    readonly HttpClient _http = new() { BaseAddress = new Uri(address), Timeout = LongestAnswer };

    public Task<HttpResponseMessage> Get(string path) => _http.GetAsync(path);

    public async Task<HttpResponseMessage> GetIn(string path, string acceptLanguage)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Language", acceptLanguage } } };
        return await _http.SendAsync(request);
    }

    /// <summary>Begins a conversation, or keeps the one there is; the cookie as the browser got it.</summary>
    public async Task<string> Begin(bool fresh = false)
    {
        using var answer = await _http.PostAsync($"/webchat/conversations?fresh={fresh}", null);
        answer.EnsureSuccessStatusCode();
        return answer.Headers.GetValues("Set-Cookie").Single();
    }

    /// <summary>Posts words under a fresh id, or again under the same.</summary>
    public async Task<HttpStatusCode> Say(string words, Guid? id = null)
    {
        using var answer = await Post(JsonSerializer.Serialize(new { id = id ?? Guid.NewGuid(), words }));
        return answer.StatusCode;
    }

    /// <summary>Posts nothing to this address.</summary>
    public Task<HttpResponseMessage> PostTo(string path) => _http.PostAsync(path, null);

    public async Task<HttpResponseMessage> Post(string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return await _http.PostAsync("/webchat/messages", body);
    }

    /// <summary>What the stream tells, up to the line that is waited for.</summary>
    public async Task<IReadOnlyList<Line>> Listen(Func<Line, bool> until, long after = 0)
    {
        var lines = new List<Line>();
        using var limit = new CancellationTokenSource(LongestAnswer);
        await using var stream = await _http.GetStreamAsync($"/webchat/events?after={after}", limit.Token);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(limit.Token))
        {
            lines.AddRange(JsonDocument.Parse(item.Data).RootElement.GetProperty("lines").EnumerateArray().Select(Line.Of));
            if (lines.Any(until)) return lines;
        }

        throw new InvalidOperationException("The stream ended early.");
    }

    public void Dispose() => _http.Dispose();

    /// <summary>A line as the page gets it.</summary>
    public sealed record Line(long Id, string From, string Words)
    {
        public static Line Of(JsonElement line) =>
            new(line.GetProperty("id").GetInt64(), line.GetProperty("from").GetString()!, line.GetProperty("body").GetString()!);
    }
}
