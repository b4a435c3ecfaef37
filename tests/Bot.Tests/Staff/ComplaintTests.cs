using System.Net;
using System.Text.RegularExpressions;
using MdtChatBot.Bot.Inviting;
using MdtChatBot.Bot.Tests.Shell;
using MdtChatBot.Bot.Tests.Turns;
using MdtChatBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MdtChatBot.Bot.Tests.Staff;

/// <summary>WhatsApp complains about a round of invitations, on the wire: the round stops by itself, and the page says why and what to do.</summary>
public sealed class ComplaintTests : IAsyncLifetime
{
    const int Recipients = 5;

    StubTwilio _twilio = null!;
    BotUnderTest _bot = null!;

    public async Task InitializeAsync()
    {
        _twilio = await StubTwilio.Start();
        _bot = await BotUnderTest.Start("Development", _twilio.Settings());
        _twilio.Reporter = _bot.Client();
        WillingYouths.AtNoon(_bot);
        await WillingYouths.Greet(_bot, "twilio", Recipients, Phone);
        await Eventually.True(() => Enumerable.Range(0, Recipients).All(n => _twilio.To(Phone(n)).Count == 4), "everybody was answered four times");
        _twilio.Clear();
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [Theory]
    [InlineData(63018)]
    [InlineData(131048)]
    public async Task Refused_at_once(int code)
    {
        _twilio.Answer([.. Enumerable.Repeat(StubAnswer.Refuse(code), Recipients)]);
        using var ans = await StaffBrowser.As(_bot, "Ans");
        await IsStopped(ans, await Sent(ans), code);
        Assert.Empty(_twilio.Messages);
    }

    [Theory]
    [InlineData(63049)]
    [InlineData(63051)]
    public async Task Reported_afterwards(int code)
    {
        using var ans = await StaffBrowser.As(_bot, "Ans");
        var path = await Sent(ans);
        await Eventually.True(() => _twilio.Messages.Count == Recipients, "all were sent");
        Assert.Equal(HttpStatusCode.OK, await _twilio.Report(_twilio.Messages[0], "failed", code));
        await IsStopped(ans, path, code);
    }

    static async Task<string> Sent(StaffBrowser browser)
    {
        var page = await browser.Read("/staff/invitations/new");
        var to = Regex.Match(page, """<option value="(\d+)">""").Groups[1].Value;
        using var made = await browser.Post("/staff/invitations/new", page, ("Draft.Event", to), ("Draft.Sites", "deventer"));
        var path = made.Headers.Location!.ToString();
        using var sent = await browser.Post($"{path}?handler=Send", await browser.Read(path));
        return path;
    }

    async Task IsStopped(StaffBrowser browser, string path, int code)
    {
        var page = "";
        await Eventually.True(
            async () =>
            {
                // A new one each time: one that has counted rests ten times as long as that took, and the first time is slow.
                await ActivatorUtilities.CreateInstance<BroadcastRound>(_bot.The<IServiceProvider>()).Run(CancellationToken.None);
                page = await browser.Read(path);
                return page.Contains("Vanzelf gestopt", StringComparison.Ordinal);
            },
            "the round stops");
        Assert.Contains($"WhatsApp klaagt (code {code})", page, StringComparison.Ordinal);
        Assert.Contains("Vanzelf gestopt", await browser.Read("/staff"), StringComparison.Ordinal);
    }

    static string Phone(int n) => $"whatsapp:+3197000000{n}";
}
