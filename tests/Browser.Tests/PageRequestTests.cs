using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace MdtChatBot.Browser.Tests;

/// <summary>The page itself: its files, its headers, its own few words.</summary>
[Collection(BrowserTests.Name)]
public sealed class PageRequestTests(Chromium chromium) : IDisposable
{
    static readonly string WebRoot = Path.Combine(Repository.Root, "src/Bot/wwwroot");

    readonly Visitor _visitor = new(chromium.Bot.Address);

    [Theory]
    [InlineData("/")]
    [InlineData("/chat/main.js")]
    [InlineData("/webchat/words")]
    public async Task Nothing_may_come_from_elsewhere_or_run_inline(string path)
    {
        using var answer = await _visitor.Get(path);

        answer.EnsureSuccessStatusCode();
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("ar-SY, nl;q=0.5", "ar", "rtl")]
    [InlineData("prs, en;q=0.5", "prs", "rtl")]
    [InlineData("fa-AF", "prs", "rtl")]
    [InlineData("ku-Arab-IQ", "ckb", "rtl")]
    [InlineData("uk-UA", "uk", "ltr")]
    [InlineData("nl;q=0.5, tr", "tr", "ltr")]
    [InlineData("xx", "nl", "ltr")]
    public async Task The_page_speaks_the_language_of_the_phone_until_one_is_chosen(string accepted, string language, string direction)
    {
        using var answer = await _visitor.GetIn("/webchat/words", accepted);
        var words = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(language, words.GetProperty("language").GetString());
        Assert.Equal(direction, words.GetProperty("direction").GetString());
        Assert.NotEqual("", words.GetProperty("words").GetProperty("placeholder").GetString());
    }

    [Fact]
    public async Task The_whole_page_stays_small_for_a_cheap_phone()
    {
        string[] files = [Path.Combine(WebRoot, "index.html"), .. Directory.GetFiles(Path.Combine(WebRoot, "chat"), "*", SearchOption.AllDirectories)];
        var sizes = await Task.WhenAll(files.Select(Size));

        Assert.InRange(sizes.Sum(), 1, 60_000);
    }

    [Fact]
    public async Task A_calendar_file_of_an_unknown_session_does_not_exist()
    {
        using var answer = await _visitor.Get("/calendar/999999999.ics");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    public void Dispose() => _visitor.Dispose();

    async Task<int> Size(string file)
    {
        using var answer = await _visitor.Get("/" + Path.GetRelativePath(WebRoot, file));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }
}
