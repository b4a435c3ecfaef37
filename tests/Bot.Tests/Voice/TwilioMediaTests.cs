using MdtChatBot.Bot.Channels.Twilio;

namespace MdtChatBot.Bot.Tests.Voice;

public sealed class TwilioMediaTests : IAsyncLifetime, IDisposable
{
    SoundServer _server = null!;
    TwilioMedia _media = null!;

    public async Task InitializeAsync()
    {
        _server = await SoundServer.Start();
        _media = new TwilioMedia(new TwilioOptions { AccountSid = SoundServer.Account, AuthToken = "secret", ApiBaseUrl = _server.BaseUrl });
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _media.Dispose();

    [Fact]
    public async Task A_voice_note_is_fetched_with_our_credentials_which_stay_behind_when_twilio_sends_us_on()
    {
        using var sound = await _media.Fetch(_server.Url, default);

        using var bytes = new MemoryStream();
        Assert.True(await sound!.CopyTo(bytes, default));
        Assert.Equal(_server.Sound, bytes.ToArray());
        Assert.Equal([("GET", SoundServer.Media, true), ("GET", "/store/1", false)], _server.Asked);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1" + SoundServer.Media)]
    [InlineData("https://api.twilio.com.evil.example" + SoundServer.Media)]
    [InlineData("{base}/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages.json")]
    [InlineData("{base}/2010-04-01/Accounts/AC00000000000000000000000000000002/Messages/MM00000000000000000000000000000001/Media/ME00000000000000000000000000000001")]
    [InlineData("{base}" + SoundServer.Media + "/../../../Messages.json")]
    [InlineData("{base}" + SoundServer.Media + "?x=1")]
    [InlineData("{user}" + SoundServer.Media)]
    [InlineData("file:///etc/passwd")]
    [InlineData("x")]
    public async Task Whatever_a_webhook_says_nothing_else_is_asked(string url)
    {
        url = url.Replace("{base}", _server.BaseUrl, StringComparison.Ordinal).Replace("{user}", _server.BaseUrl.Replace("http://", "http://a:b@", StringComparison.Ordinal), StringComparison.Ordinal);

        Assert.Null(await _media.Fetch(url, default));
        Assert.True(await _media.Delete(url, default));
        Assert.Empty(_server.Asked);
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("text/html")]
    [InlineData("audio/unheard-of")]
    public async Task What_is_no_sound_is_not_passed_on(string type)
    {
        _server.Type = type;
        Assert.Null(await _media.Fetch(_server.Url, default));
    }

    [Fact]
    public async Task Sixteen_megabytes_and_no_more()
    {
        _server.Sound = new byte[Sound.MaxBytes + 1];
        using var sound = await _media.Fetch(_server.Url, default);

        Assert.False(await sound!.CopyTo(Stream.Null, default));
    }

    [Theory]
    [InlineData("http://192.0.2.1/x")]
    [InlineData("https://a:b@localhost/x")]
    [InlineData("file:///etc/passwd")]
    public async Task It_is_not_sent_on_anywhere(string onward)
    {
        _server.Onward = onward;
        Assert.Null(await _media.Fetch(_server.Url, default));
        Assert.Single(_server.Asked);
    }

    [Fact]
    public async Task It_is_sent_on_three_times_at_most()
    {
        _server.Onward = SoundServer.Media;
        Assert.Null(await _media.Fetch(_server.Url, default));
        Assert.Equal(4, _server.Asked.Count);
    }

    [Fact]
    public async Task What_was_deleted_is_gone_and_to_delete_it_again_is_well()
    {
        Assert.True(await _media.Delete(_server.Url, default));
        Assert.True(await _media.Delete(_server.Url, default));
        Assert.Null(await _media.Fetch(_server.Url, default));
        Assert.Equal(("DELETE", SoundServer.Media, true), _server.Asked.First());
    }
}
