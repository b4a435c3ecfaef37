using System.Net;
using MdtChatBot.Bot.Tests.Shell;
using MdtChatBot.Bot.Tests.Staff;
using MdtChatBot.Bot.Tests.Turns;
using MdtChatBot.Bot.Time;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Bot.Voice;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Voice;

/// <summary>The whole program with Twilio, its media and a transcriber on this machine.</summary>
public sealed class VoiceJourneyTests : IAsyncLifetime
{
    const string Youth = "whatsapp:+31612345678";

    SoundServer _server = null!;
    BotUnderTest? _bot;
    int _said;

    BotUnderTest Bot => _bot!;

    public async Task InitializeAsync() => _server = await SoundServer.Start();

    public async Task DisposeAsync()
    {
        if (_bot is not null) await _bot.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_coach_of_the_site_plays_it_others_do_not_and_after_the_handoff_it_is_deleted_at_twilio()
    {
        await Begin();
        await Speaks();
        var (youth, line) = await LastVoice();
        using var sanne = await StaffBrowser.As(Bot, "Sanne");
        var sound = $"/staff/youths/{youth.Value}?handler=Voice&line={line}";
        Assert.Contains(sound.Replace("&", "&amp;", StringComparison.Ordinal), await sanne.Read($"/staff/youths/{youth.Value}"), StringComparison.Ordinal);

        using (var played = await sanne.Get(sound))
        {
            Assert.Equal(_server.Sound, await played.Content.ReadAsByteArrayAsync());
            Assert.Equal("audio/ogg", played.Content.Headers.ContentType!.ToString());
            Assert.Equal(("no-store", "nosniff", "default-src 'none'; sandbox"), (Header(played, "Cache-Control"), Header(played, "X-Content-Type-Options"), Header(played, "Content-Security-Policy")));
        }

        // Ans is no coach, Fatima works elsewhere.
        foreach (var (name, status) in new[] { ("Ans", HttpStatusCode.Forbidden), ("Fatima", HttpStatusCode.NotFound) })
        {
            using var other = await StaffBrowser.As(Bot, name);
            using var refused = await other.Get(sound);
            Assert.Equal(status, refused.StatusCode);
        }

        await Writes("ik wil met een mens praten");
        await Bot.The<InboxWriter>().Accept(new Addressed(youth, "end", new Inbound.HandoffEnded("Sanne"), Now), default);
        await Eventually.True(async () => await Bot.The<RecordingStore>().Find(youth, line, Now, default) is null, "its time is over");
        Assert.Equal(1, await Bot.The<RecordingRound>().Run(default));
        Assert.True(_server.IsGone);
        using var gone = await sanne.Get(sound);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.DoesNotContain("<audio", await sanne.Read($"/staff/youths/{youth.Value}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_transcriber_heard_is_read_back_and_the_sound_goes()
    {
        await Begin(transcribes: true);
        await Speaks();

        await Eventually.True(async () => (await Said()).Contains("voice.heard"), "it is read back");
        var (youth, line) = await LastVoice();
        Assert.Null(await Bot.The<RecordingStore>().Find(youth, line, Now, default));
        Assert.DoesNotContain("fallback.voice", await Said());
    }

    [Fact]
    public async Task A_transcriber_that_fails_leaves_the_kind_line_and_the_sound_for_the_coach()
    {
        await Begin(transcribes: true);
        _server.Transcribes = (http, _) =>
        {
            http.Response.StatusCode = 500;
            return http.Response.WriteAsync("broken");
        };
        await Speaks();

        await Eventually.True(async () => (await Said()).Contains("fallback.voice"), "the bot says that it can't listen");
        var (youth, line) = await LastVoice();
        Assert.NotNull(await Bot.The<RecordingStore>().Find(youth, line, Now, default));
    }

    Instant Now => Bot.The<BotClock>().GetCurrentInstant();

    async Task Begin(bool transcribes = false)
    {
        _bot = await BotUnderTest.Start(
            "Development",
            ("Twilio:AccountSid", SoundServer.Account),
            ("Twilio:AuthToken", "secret"),
            ("Twilio:From", "whatsapp:+31600000000"),
            ("Twilio:PublicBaseUrl", "https://mdt.example.org"),
            ("Twilio:ContentBaseUrl", _server.BaseUrl),
            ("Twilio:ApiBaseUrl", _server.BaseUrl),
            ("Voice:TranscriberUrl", transcribes ? _server.BaseUrl : ""));
        await Writes("Hoi! MDT-DEV24");
        await Writes("Nederlands");
        await Writes("ja, dat is goed");
    }

    Task Writes(string words) => Happens(new Inbound.Message(words));

    Task Speaks() => Happens(new Inbound.Media(MediaKind.Voice, new Recording(_server.Url, "audio/ogg")));

    Task Happens(Inbound inbound) => Bot.The<InboxWriter>().Accept(
        new Arrived { Channel = "twilio", Address = Youth, ProviderId = $"SM{++_said}", Inbound = inbound, At = Now }, default);

    async Task<(YouthId Youth, long Line)> LastVoice()
    {
        var youth = (await Bot.The<WorkLists>().FindYouth("twilio", Youth, default))!.Value;
        return (youth, (await Bot.The<WorkLists>().Transcript(youth, 0, 50, default)).Last(l => l.Kind is LineKind.Voice).Id);
    }

    async Task<IReadOnlyList<string>> Said()
    {
        var youth = (await Bot.The<WorkLists>().FindYouth("twilio", Youth, default))!.Value;
        return [.. (await Bot.The<WorkLists>().Transcript(youth, 0, 50, default)).SelectMany(l => l.Saying?.Parts ?? []).Select(p => p.Text.Key)];
    }

    static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";
}
