using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using MdtChatBot.Bot.Time;
using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Tests.Shell;

public sealed class StaffApiTests(StaffApiTests.Running running) : IClassFixture<StaffApiTests.Running>
{
    readonly BotUnderTest _bot = running.Bot;

    /// <summary>One program for all of these tests: none of them minds what the others did.</summary>
    public sealed class Running : IAsyncLifetime
    {
        public BotUnderTest Bot { get; private set; } = null!;

        public async Task InitializeAsync() => Bot = await BotUnderTest.Start("Development", ("Staff:ApiKey", BotUnderTest.Key));

        public async Task DisposeAsync() => await Bot.DisposeAsync();
    }

    [Theory]
    [InlineData("/api/handoffs")]
    [InlineData("/api/at-risk")]
    [InlineData("/api/sessions/1/seats")]
    [InlineData("/api/undelivered")]
    [InlineData("/api/wishes")]
    [InlineData("/api/set-aside")]
    public async Task Lists_are_read_with_the_key_and_never_kept_by_a_cache(string path)
    {
        using var answer = await _bot.Staff().GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.IsType<JsonArray>(await answer.Content.ReadFromJsonAsync<JsonNode>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("a-staff-key-of-the-testz")]
    public async Task Without_the_key_nothing_is_told(string key)
    {
        using var client = key.Length == 0 ? _bot.Client() : _bot.Staff(key);
        using var answer = await client.GetAsync("/api/handoffs");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(401, (await BotUnderTest.Post(client, "/api/sessions/1/cancel")).Status);
    }

    [Fact]
    public async Task Outside_development_there_is_no_api_without_a_key()
    {
        await using var bot = await BotUnderTest.Start("Production");
        using var answer = await bot.Staff("").GetAsync("/api/handoffs");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/sessions/1/attendance", "{}", "youth", "attended")]
    [InlineData("/api/sessions/1/attendance", """{"youth":"1","attended":1}""", "youth", "attended")]
    [InlineData("/api/sessions/1/attendance", """{"youth":-1,"attended":true}""", "youth")]
    [InlineData("/api/sessions/1/attendance", """{"youth":999,"attended":true}""", "youth")]
    [InlineData("/api/sessions/1/attendance", "[]", "body", "youth", "attended")]
    [InlineData("/api/sessions/1/attendance", "{", "body", "youth", "attended")]
    [InlineData("/api/sessions/1/move", """{"starts":"2020-01-01T10:00:00Z","ends":"2020-01-01T09:00:00Z"}""", "starts", "ends")]
    [InlineData("/api/sessions/1/move", """{"starts":"tomorrow"}""", "starts", "ends")]
    [InlineData("/api/youths/1/start-date", """{"at":"2020-01-01T10:00:00+01:00","place":"","coach":5}""", "at", "place", "coach")]
    [InlineData("/api/handoffs/1/say", """{"coach":"Sanne","words":" "}""", "words")]
    [InlineData("/api/handoffs/1/take", "{}", "coach")]
    public async Task A_fault_is_told_at_its_field(string path, string body, params string[] fields)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _bot.Staff().PostAsync(path, content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!.AsObject();
        Assert.Equal(fields.Order(), errors.Select(e => e.Key).Order());
    }

    [Theory]
    [InlineData("/api/sessions/999999/cancel", "{}")]
    [InlineData("/api/sessions/999999/move", """{"starts":"2100-01-01T10:00:00Z","ends":"2100-01-01T12:00:00Z"}""")]
    [InlineData("/api/handoffs/999999/take", """{"coach":"Sanne"}""")]
    [InlineData("/api/handoffs/999999/say", """{"coach":"Sanne","words":"hoi"}""")]
    [InlineData("/api/handoffs/999999/end", """{"coach":"Sanne"}""")]
    [InlineData("/api/set-aside/999999/replay", "{}")]
    public async Task What_is_not_there_is_not_found(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _bot.Staff().PostAsync(path, content);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_session_is_moved_and_cancelled()
    {
        using var staff = _bot.Staff();
        var now = _bot.The<BotClock>().GetCurrentInstant();
        var programme = _bot.The<ProgrammeStore>();
        var session = (await programme.Current(now, CancellationToken.None)).Trials[0].Id;
        var starts = NodaTime.Instant.FromUtc(2100, 1, 1, 12, 0);
        Assert.Equal(204, (await BotUnderTest.Post(staff, $"/api/sessions/{session.Value}/move", new { starts = starts.ToString(), ends = (starts + NodaTime.Duration.FromHours(2)).ToString() })).Status);
        Assert.Equal(204, (await BotUnderTest.Post(staff, $"/api/sessions/{session.Value}/cancel")).Status);
    }

    [Fact]
    public async Task A_start_date_becomes_an_input_of_the_youth()
    {
        var youth = await _bot.Youth("web:start-date");
        var (status, _) = await BotUnderTest.Post(_bot.Staff(), $"/api/youths/{youth.Value}/start-date", new { at = "2100-01-01T10:00:00+01:00", place = "Deventer", coach = "Sanne" });
        Assert.Equal(202, status);
    }
}
