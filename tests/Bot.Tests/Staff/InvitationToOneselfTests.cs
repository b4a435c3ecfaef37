using System.Text.RegularExpressions;
using MdtChatBot.Bot.Tests.Shell;
using MdtChatBot.Support;

namespace MdtChatBot.Bot.Tests.Staff;

/// <summary>Who plans a round has it sent to their own phone first, against a Twilio on this machine.</summary>
public sealed class InvitationToOneselfTests : IAsyncLifetime
{
    const string Number = "whatsapp:+31612345678";

    StubTwilio _twilio = null!;
    BotUnderTest _bot = null!;

    public async Task InitializeAsync()
    {
        _twilio = await StubTwilio.Start();
        _bot = await BotUnderTest.Start("Development", _twilio.Settings());
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task It_comes_to_the_own_phone_with_the_own_sentence_and_to_nobody_else()
    {
        using var ans = await StaffBrowser.As(_bot, "Ans");
        var path = await Planned(ans);
        Assert.Contains("Vul je nummer in", await ans.Read(path), StringComparison.Ordinal);
        await ans.Submit("/staff/account/alerts", ("Number", "06 12345678"));

        Assert.Equal("Verstuurd naar je eigen WhatsApp.", await Tested(ans, path));

        Assert.Contains("Er is taart!", Assert.Single(_twilio.To(Number)).Body, StringComparison.Ordinal);
        Assert.Single(_twilio.Messages);
    }

    [Fact]
    public async Task Where_the_window_is_closed_the_worker_hears_that_it_did_not_go()
    {
        using var ans = await StaffBrowser.As(_bot, "Ans");
        var path = await Planned(ans);
        await ans.Submit("/staff/account/alerts", ("Number", "06 12345678"));
        _twilio.Answer(StubAnswer.Refuse(63016));

        Assert.StartsWith("De proef kon niet worden verstuurd.", await Tested(ans, path), StringComparison.Ordinal);
        Assert.Empty(_twilio.Messages);
    }

    static async Task<string> Planned(StaffBrowser browser)
    {
        var page = await browser.Read("/staff/invitations/new");
        var to = Regex.Match(page, """<option value="(\d+)">""").Groups[1].Value;
        using var made = await browser.Post("/staff/invitations/new", page, ("Draft.Event", to), ("Draft.Sites", "deventer"), ("Draft.Sentences[nl]", "Er is taart!"));
        return made.Headers.Location!.ToString();
    }

    /// <summary>What the page says of it.</summary>
    static async Task<string> Tested(StaffBrowser browser, string path)
    {
        using var answer = await browser.Post($"{path}?handler=Test", await browser.Read(path), ("language", "nl"));
        return Regex.Match(await browser.Read(path), """role="status"[^>]*>([^<]*)<""").Groups[1].Value;
    }
}
