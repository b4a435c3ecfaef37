using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace MdtChatBot.Browser.Tests;

/// <summary>What the web chat answers to requests, whoever makes them.</summary>
[Collection(BrowserTests.Name)]
public sealed class RequestTests(Chromium chromium) : IDisposable
{
    readonly HttpClient _http = new() { BaseAddress = new Uri(chromium.Bot.Address), Timeout = TimeSpan.FromSeconds(30) };

    [Fact]
    public async Task A_conversation_lives_in_a_cookie_that_scripts_and_other_sites_cannot_use()
    {
        using var answer = await _http.PostAsync("/webchat/conversations", null);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^mdt-chat=[A-Za-z0-9_-]{22}; .*httponly", cookie);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_is_kept_until_a_fresh_one_is_asked_for()
    {
        await Begin();
        var first = await CookieAfter("/webchat/conversations");

        Assert.Equal(first, await CookieAfter("/webchat/conversations"));
        Assert.NotEqual(first, await CookieAfter("/webchat/conversations?fresh=true"));
    }

    [Fact]
    public async Task A_repeated_message_is_shown_once()
    {
        await Begin();
        var message = new { id = Guid.NewGuid(), words = "Hoi" };

        Assert.Equal(HttpStatusCode.Accepted, await Post(message));
        Assert.Equal(HttpStatusCode.Accepted, await Post(message));
        Assert.Equal(HttpStatusCode.Accepted, await Post(new { id = Guid.NewGuid(), words = "Nog eens" }));

        var lines = await Lines(until: line => line.Words == "Nog eens");
        Assert.Equal(["Hoi", "Nog eens"], lines.Where(l => l.From == "youth").Select(l => l.Words));
    }

    [Fact]
    public async Task The_stream_goes_on_after_the_line_that_the_page_saw_last()
    {
        await Begin();
        await Post(new { id = Guid.NewGuid(), words = "Hoi" });
        var seen = (await Lines(until: line => line.From == "bot")).Last();
        await Post(new { id = Guid.NewGuid(), words = "Nog eens" });

        var lines = await Lines(until: line => line.Words == "Nog eens", after: seen.Id);

        Assert.All(lines, line => Assert.True(line.Id > seen.Id));
    }

    [Fact]
    public async Task One_conversation_does_not_see_another()
    {
        await Begin();
        await Post(new { id = Guid.NewGuid(), words = "Van mij" });
        await Lines(until: line => line.Words == "Van mij");
        await Begin(fresh: true);
        await Post(new { id = Guid.NewGuid(), words = "Van een ander" });

        var lines = await Lines(until: line => line.Words == "Van een ander");

        Assert.DoesNotContain("Van mij", lines.Select(l => l.Words));
    }

    [Theory]
    [InlineData("""{"id":"00000000-0000-0000-0000-000000000000","words":"Hoi"}""")]
    [InlineData("""{"id":"6f1c2a34-98f0-4a55-8a51-2f3f6b1d9f01","words":"  "}""")]
    [InlineData("""{"id":"6f1c2a34-98f0-4a55-8a51-2f3f6b1d9f01"}""")]
    [InlineData("""{"id":"no uuid","words":"Hoi"}""")]
    [InlineData("""{"words":"Hoi"}""")]
    [InlineData("""{"id":""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task What_is_no_message_is_refused(string json)
    {
        await Begin();

        Assert.Equal(HttpStatusCode.BadRequest, await PostJson(json));
    }

    [Fact]
    public async Task A_message_longer_than_WhatsApp_takes_is_refused()
    {
        await Begin();

        Assert.Equal(HttpStatusCode.Accepted, await Post(new { id = Guid.NewGuid(), words = new string('م', 4096) }));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(new { id = Guid.NewGuid(), words = new string('م', 4097) }));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Post(new { id = Guid.NewGuid(), words = new string('م', 40_000) }));
    }

    [Fact]
    public async Task Without_a_conversation_nothing_is_taken_or_told()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(new { id = Guid.NewGuid(), words = "Hoi" }));
        using var events = await _http.GetAsync("/webchat/events");
        Assert.Equal(HttpStatusCode.Unauthorized, events.StatusCode);
    }

    [Fact]
    public async Task Who_writes_very_fast_is_asked_to_wait()
    {
        await Begin(fresh: true);
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 60; i++) answers.Add(await _http.PostAsync("/webchat/messages", JsonContent.Create(new { id = Guid.NewGuid(), words = "a" })));

        var refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        answers.ForEach(a => a.Dispose());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/chat/main.js")]
    [InlineData("/webchat/words")]
    public async Task Nothing_may_come_from_elsewhere_or_run_inline(string path)
    {
        using var answer = await _http.GetAsync(path);

        answer.EnsureSuccessStatusCode();
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("ar-SY, nl;q=0.5", "ar", "rtl")]
    [InlineData("prs, en;q=0.5", "fa", "rtl")]
    [InlineData("nl;q=0.5, tr", "tr", "ltr")]
    [InlineData("xx", "nl", "ltr")]
    public async Task The_page_speaks_the_language_of_the_phone_until_one_is_chosen(string accepted, string language, string direction)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/webchat/words") { Headers = { { "Accept-Language", accepted } } };
        using var answer = await _http.SendAsync(request);
        var words = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(language, words.GetProperty("language").GetString());
        Assert.Equal(direction, words.GetProperty("direction").GetString());
        Assert.NotEmpty(words.GetProperty("words").GetProperty("placeholder").GetString()!);
    }

    [Fact]
    public async Task A_calendar_file_of_an_unknown_session_does_not_exist()
    {
        using var answer = await _http.GetAsync("/calendar/999999999.ics");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_whole_page_stays_small_for_a_cheap_phone()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src/Bot/wwwroot"), "*", SearchOption.AllDirectories);

        Assert.InRange(files.Sum(f => new FileInfo(f).Length), 1, 60_000);
        foreach (var file in files.Where(f => !f.EndsWith("index.html", StringComparison.Ordinal)))
        {
            using var answer = await _http.GetAsync("/" + Path.GetRelativePath(Path.Combine(Repository.Root, "src/Bot/wwwroot"), file));
            answer.EnsureSuccessStatusCode();
        }
    }

    public void Dispose() => _http.Dispose();

    async Task Begin(bool fresh = false) => await CookieAfter($"/webchat/conversations?fresh={fresh}");

    async Task<string> CookieAfter(string path)
    {
        using var answer = await _http.PostAsync(path, null);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    Task<HttpStatusCode> Post<T>(T message) => PostJson(JsonSerializer.Serialize(message));

    async Task<HttpStatusCode> PostJson(string json)
    {
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync("/webchat/messages", body);
        return answer.StatusCode;
    }

    async Task<List<Line>> Lines(Func<Line, bool> until, long after = 0)
    {
        var lines = new List<Line>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        await using var stream = await _http.GetStreamAsync($"/webchat/events?after={after}", limit.Token);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(limit.Token))
        {
            lines.AddRange(JsonDocument.Parse(item.Data).RootElement.GetProperty("lines").EnumerateArray().Select(Line.Of));
            if (lines.Any(until)) return lines;
        }

        throw new InvalidOperationException("The stream ended early.");
    }

    sealed record Line(long Id, string From, string Words)
    {
        public static Line Of(JsonElement line) =>
            new(line.GetProperty("id").GetInt64(), line.GetProperty("from").GetString()!, line.GetProperty("body").GetString()!);
    }
}
