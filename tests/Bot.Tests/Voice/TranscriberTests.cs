using MdtChatBot.Bot.Voice;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace MdtChatBot.Bot.Tests.Voice;

public sealed class TranscriberTests : IAsyncLifetime
{
    SoundServer _server = null!;

    public async Task InitializeAsync() => _server = await SoundServer.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task It_is_asked_as_openai_defined_it()
    {
        IFormCollection? asked = null;
        var authorization = "";
        _server.Transcribes = async (http, form) =>
        {
            (asked, authorization) = (form, http.Request.Headers.Authorization.ToString());
            await http.Response.WriteAsync("""{"text":" Ik kom morgen.\u0007 ","duration":2.5}""");
        };

        Assert.Equal("Ik kom morgen.", await Hear("nl", o => (o.ApiKey, o.Model) = ("key", "small")));
        Assert.Equal(("Bearer key", "small", "nl", "json"), (authorization, asked!["model"].ToString(), asked["language"].ToString(), asked["response_format"].ToString()));
        var file = Assert.Single(asked.Files);
        Assert.Equal(("file", "voice.ogg", "audio/ogg", 3L), (file.Name, file.FileName, file.ContentType, file.Length));
    }

    [Fact]
    public async Task A_language_that_it_was_not_made_for_is_left_to_it()
    {
        var named = true;
        _server.Transcribes = (http, form) =>
        {
            named = form.ContainsKey("language");
            return http.Response.WriteAsync("""{"text":"ሰላም"}""");
        };

        Assert.Equal("ሰላም", await Hear("ti"));
        Assert.False(named);
    }

    [Theory]
    [InlineData(500, """{"text":"x"}""", null)]
    [InlineData(200, "no json", null)]
    [InlineData(200, "{}", "")]
    [InlineData(200, """{"text":""}""", "")]
    public async Task What_it_can_not_hear_is_no_fault(int status, string body, string? heard)
    {
        _server.Transcribes = (http, _) =>
        {
            http.Response.StatusCode = status;
            return http.Response.WriteAsync(body);
        };

        Assert.Equal(heard, await Hear("nl"));
    }

    [Fact]
    public async Task Who_does_not_answer_in_time_did_not_hear_it()
    {
        _server.Transcribes = (http, _) => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Null(await Hear("nl", o => o.Timeout = TimeSpan.FromMilliseconds(100)));
    }

    [Fact]
    public async Task Long_words_are_cut()
    {
        _server.Transcribes = (http, _) => http.Response.WriteAsJsonAsync(new { text = new string('a', 5000) });
        Assert.Equal(1000, (await Hear("nl"))!.Length);
    }

    [Theory]
    [InlineData("", "key", "00:00:30", "whisper-1", "Voice:TranscriberUrl is empty")]
    [InlineData("ftp://x", "", "00:00:30", "whisper-1", "Voice:TranscriberUrl must be")]
    [InlineData("http://localhost:8080?x=1", "", "00:00:30", "whisper-1", "Voice:TranscriberUrl must be")]
    [InlineData("http://localhost:8080", "", "00:00:00", "whisper-1", "Voice:Timeout must be")]
    [InlineData("http://localhost:8080", "", "01:00:00", "whisper-1", "Voice:Timeout must be")]
    [InlineData("http://localhost:8080", "", "00:00:30", " ", "Voice:Model is empty")]
    public void A_wrong_setting_is_named_and_never_repeated(string url, string key, string timeout, string model, string fault)
    {
        var said = new VoiceOptionsRules().Validate(null, new VoiceOptions { TranscriberUrl = url, ApiKey = key, Timeout = TimeSpan.Parse(timeout), Model = model }).FailureMessage!;
        Assert.StartsWith(fault, said, StringComparison.Ordinal);
        if (key.Length > 0) Assert.DoesNotContain(key, said.Replace("ApiKey", "", StringComparison.Ordinal).Replace("the key", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_setting_it_is_off()
    {
        Assert.True(new VoiceOptionsRules().Validate(null, new VoiceOptions()).Succeeded);
        Assert.False(new VoiceOptions().IsOn);
    }

    async Task<string?> Hear(string language, Action<VoiceOptions>? change = null)
    {
        var options = new VoiceOptions { TranscriberUrl = _server.BaseUrl + "/" };
        change?.Invoke(options);
        using var transcriber = new HttpTranscriber(options, NullLogger<HttpTranscriber>.Instance);
        return await transcriber.Transcribe(new byte[] { 1, 2, 3 }, "audio/ogg", language, default);
    }
}
