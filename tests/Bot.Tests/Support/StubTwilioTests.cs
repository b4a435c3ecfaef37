using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MdtChatBot.Support;

namespace MdtChatBot.Bot.Tests.Support;

/// <summary>What other tests lean on must itself be right.</summary>
public sealed class StubTwilioTests : IAsyncLifetime, IDisposable
{
    const string Amina = "whatsapp:+31600000001";
    readonly HttpClient _http = new();
    StubTwilio _twilio = null!;

    public async Task InitializeAsync()
    {
        _twilio = await StubTwilio.Start();
        _http.BaseAddress = new Uri(_twilio.BaseUrl);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_twilio.AccountSid}:{_twilio.AuthToken}")));
    }

    public async Task DisposeAsync() => await _twilio.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public void The_signer_agrees_with_the_vector_made_with_Twilios_own_library() =>
        Assert.Equal(
            "c2CKBumncGD43eVJzU6A2ntzGfU=",
            TwilioSigner.Sign("secret", "https://bot.example.org/twilio/inbound?tenant=a%20b&x=%C3%A9", new Dictionary<string, string>
            {
                ["From"] = "whatsapp:+31612345678",
                ["To"] = "whatsapp:+14155238886",
                ["Body"] = "سلام ☕",
                ["WaId"] = "31612345678",
                ["MessageSid"] = "SM" + new string('a', 32),
                ["NumMedia"] = "0",
                ["ProfileName"] = "زهرا",
            }));

    [Fact]
    public async Task An_accepted_message_is_answered_with_its_sid_and_handed_to_who_waits_for_it()
    {
        var waiting = _twilio.Next(Amina);
        using var answer = await Post(Amina, "سلام & a+b=c");
        var message = await waiting;

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("سلام & a+b=c", message.Body);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(message.Sid, json.RootElement.GetProperty("sid").GetString());
    }

    [Theory]
    [InlineData("", "hoi", 21604)]
    [InlineData("+31600000001", "hoi", 21211)]
    [InlineData(Amina, "", 21619)]
    public async Task A_faulty_message_is_refused_with_Twilios_code(string to, string body, int code)
    {
        using var answer = await Post(to, body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, await CodeOf(answer));
    }

    [Fact]
    public async Task A_body_is_counted_in_code_points()
    {
        using var fits = await Post(Amina, string.Concat(Enumerable.Repeat("👋", 1600)));
        using var tooLong = await Post(Amina, new string('a', 1601));
        Assert.Equal(HttpStatusCode.Created, fits.StatusCode);
        Assert.Equal(21617, await CodeOf(tooLong));
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", "wrong");
        using var answer = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Scripted_answers_come_in_order_and_then_all_is_well_again()
    {
        _twilio.Answer(StubAnswer.TooManyRequests(retryAfterSeconds: 7), StubAnswer.Refuse(63016));
        using var later = await Post(Amina, "een");
        using var refused = await Post(Amina, "twee");
        using var accepted = await Post(Amina, "drie");

        Assert.Equal(TimeSpan.FromSeconds(7), later.Headers.RetryAfter?.Delta);
        Assert.Equal(63016, await CodeOf(refused));
        Assert.Equal(HttpStatusCode.Created, accepted.StatusCode);
        Assert.Equal("drie", Assert.Single(_twilio.To(Amina)).Body);
    }

    [Fact]
    public async Task A_message_that_was_taken_before_the_cut_is_only_in_the_list()
    {
        _twilio.AnswerTo(Amina, StubAnswer.AcceptThenCut, StubAnswer.Cut);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Post(Amina, "wel"));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Post(Amina, "niet"));

        using var list = JsonDocument.Parse(await _http.GetStringAsync($"{Path}?To={Uri.EscapeDataString(Amina)}"));
        Assert.Equal("wel", Assert.Single(list.RootElement.GetProperty("messages").EnumerateArray()).GetProperty("body").GetString());
    }

    [Fact]
    public async Task A_hanging_answer_ends_when_the_caller_gives_up()
    {
        _twilio.Answer(StubAnswer.Hang);
        using var patience = new CancellationTokenSource();
        var sending = _http.PostAsync(Path, Form(Amina, "hoi"), patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Empty(_twilio.Messages);
    }

    [Fact]
    public async Task The_list_has_pages_newest_first()
    {
        for (var i = 1; i <= 5; i++)
            using (await Post(Amina, $"nr {i}")) { }

        var bodies = new List<string?>();
        var next = $"{Path}?To={Uri.EscapeDataString(Amina)}&DateSent%3E=2000-01-01&PageSize=2";
        while (next is not null)
        {
            using var page = JsonDocument.Parse(await _http.GetStringAsync(next));
            bodies.AddRange(page.RootElement.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("body").GetString()));
            next = page.RootElement.GetProperty("next_page_uri").GetString();
        }

        Assert.Equal(["nr 5", "nr 4", "nr 3", "nr 2", "nr 1"], bodies);
    }

    string Path => $"/2010-04-01/Accounts/{_twilio.AccountSid}/Messages.json";

    Task<HttpResponseMessage> Post(string to, string body) => _http.PostAsync(Path, Form(to, body));

    static FormUrlEncodedContent Form(string to, string body) =>
        new(new Dictionary<string, string> { ["To"] = to, ["From"] = "whatsapp:+31600000000", ["Body"] = body });

    static async Task<int> CodeOf(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("code").GetInt32();
    }
}
