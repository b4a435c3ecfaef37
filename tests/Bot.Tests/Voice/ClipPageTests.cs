using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MdtChatBot.Bot.Tests.Staff;
using MdtChatBot.Bot.Voice;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Bot.Tests.Voice;

/// <summary>Spoken texts: put there in the console, heard by youth.</summary>
public sealed class ClipPageTests(StaffHouse house) : IClassFixture<StaffHouse>
{
    static readonly byte[] Ogg = [.. "OggS"u8, .. new byte[24], .. "OpusHead"u8, 1, 2, 3];

    [Fact]
    public async Task A_clip_is_put_heard_by_whoever_knows_its_address_and_taken_away()
    {
        using var noor = await StaffBrowser.As(house.Bot, "Noor");
        var text = new SpokenText("mdt.free", "nl");
        using (var put = await Post(noor, text, Ogg)) Assert.Equal(HttpStatusCode.Redirect, put.StatusCode);

        var address = house.Bot.The<ClipShelf>().Now[text];
        using var youth = house.Bot.Client();
        using (var heard = await youth.GetAsync($"/clips/{address}"))
        {
            Assert.Equal(Ogg, await heard.Content.ReadAsByteArrayAsync());
            Assert.Equal(("audio/ogg", "default-src 'none'; sandbox"), (heard.Content.Headers.ContentType!.ToString(), heard.Headers.GetValues("Content-Security-Policy").Single()));
        }

        Assert.Contains($"/clips/{address}", await noor.Read("/staff/clips?language=nl"), StringComparison.Ordinal);
        using (var removed = await noor.Post($"/staff/clips/one?handler=Remove&key={text.Key}&language=nl", await noor.Read(Path(text)), ("key", text.Key), ("language", "nl")))
            Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        using var gone = await youth.GetAsync($"/clips/{address}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.False(house.Bot.The<ClipShelf>().Now.ContainsKey(text));
    }

    [Theory]
    [InlineData("<html>", "Dit is geen Ogg")]
    [InlineData("", "Kies een bestand")]
    public async Task What_is_no_sound_is_refused_at_the_field(string content, string said)
    {
        using var noor = await StaffBrowser.As(house.Bot, "Noor");
        using var refused = await Post(noor, new SpokenText("mdt.benefits", "nl"), Encoding.UTF8.GetBytes(content));
        Assert.Contains(said, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(house.Bot.The<ClipShelf>().Now.Keys, k => k.Key == "mdt.benefits");
    }

    [Fact]
    public async Task What_is_too_large_is_refused_at_the_field()
    {
        using var noor = await StaffBrowser.As(house.Bot, "Noor");
        using var refused = await Post(noor, new SpokenText("mdt.benefits", "nl"), [.. Ogg, .. new byte[ClipFile.MaxBytes]]);
        Assert.Contains("groter dan 1 MB", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("welcome.returning", "nl")]
    [InlineData("nothing.here", "nl")]
    [InlineData("mdt.free", "xx")]
    public async Task A_text_that_can_not_be_spoken_once_for_all_is_not_there(string key, string language)
    {
        using var noor = await StaffBrowser.As(house.Bot, "Noor");
        using var answer = await noor.Get($"/staff/clips/one?key={key}&language={language}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task What_was_said_most_stands_first_and_without_any_youth()
    {
        var store = house.Bot.The<ClipStore>();
        await store.Add([(new SpokenText("mdt.who", "ti"), 7), (new SpokenText("mdt.moving", "ti"), 9), (new SpokenText("welcome.returning", "ti"), 99)], default);
        using var noor = await StaffBrowser.As(house.Bot, "Noor");

        var page = await noor.Read("/staff/clips?language=ti");

        Assert.Equal(["mdt.moving", "mdt.who"], Regex.Matches(page, "key=([^&\"]+)").Select(m => m.Groups[1].Value).Where(k => k is not "mdt.tired"));
    }

    [Theory]
    [InlineData("4F676753", null)]
    [InlineData("49443304", "audio/mpeg")]
    [InlineData("FFFB9064", "audio/mpeg")]
    [InlineData("FFD8FFE0", null)]
    [InlineData("00000020667479704D344120000000", "audio/mp4")]
    [InlineData("0000002066747970717420200000", null)]
    [InlineData("", null)]
    public void A_file_is_what_its_first_bytes_say(string hex, string? type) => Assert.Equal(type, ClipFile.TypeOf(Convert.FromHexString(hex)));

    static string Path(SpokenText text) => $"/staff/clips/one?key={text.Key}&language={text.Language}";

    static async Task<HttpResponseMessage> Post(StaffBrowser browser, SpokenText text, byte[] sound)
    {
        var token = Regex.Match(await browser.Read(Path(text)), """name="__RequestVerificationToken"[^>]*value="([^"]+)""").Groups[1].Value;
        var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(text.Key), "key" }, { new StringContent(text.Language), "language" } };
        if (sound.Length > 0) form.Add(new ByteArrayContent(sound), "Sound", "voice.ogg");
        return await browser.PostForm(Path(text), form);
    }
}
