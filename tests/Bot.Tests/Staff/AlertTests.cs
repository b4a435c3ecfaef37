using System.Text.RegularExpressions;
using MdtChatBot.Bot.Staff.Alerting;
using MdtChatBot.Bot.Tests.Shell;
using MdtChatBot.Bot.Time;
using MdtChatBot.Storage;
using MdtChatBot.Support;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Staffing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace MdtChatBot.Bot.Tests.Staff;

/// <summary>Alerts on a coach's own WhatsApp, against a Twilio on this machine. The rounds are run by the tests.</summary>
public sealed class AlertTests : IAsyncLifetime
{
    const string Number = "whatsapp:+31612345678";
    const string Template = "HX00000000000000000000000000000001";

    // Thursday, ten o'clock in the Netherlands.
    readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 26, 9, 0));
    StubTwilio _twilio = null!;
    BotUnderTest? _bot;

    BotUnderTest Bot => _bot!;

    public async Task InitializeAsync() => _twilio = await StubTwilio.Start(clock: _clock);

    public async Task DisposeAsync()
    {
        if (_bot is not null) await _bot.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_asked_gets_one_alert_with_a_link_and_nothing_of_the_youth()
    {
        await Start();
        await Asked("web:one");

        await Round();
        await Round();

        var alert = Assert.Single(_twilio.To(Number));
        Assert.Equal("Er wacht iemand op een antwoord van jou. Je werklijst: https://mdt.example.org/staff/handoffs (meldingen uitzetten kan bij je account)", alert.Body);
        Assert.Equal("https://mdt.example.org/webhooks/twilio/status?a=1", alert.StatusCallback);
    }

    [Fact]
    public async Task A_second_who_waits_is_told_of_after_ten_minutes_and_not_at_all_once_taken()
    {
        await Start();
        await Asked("web:one");
        await Round();
        var second = await Asked("web:two");
        _clock.AdvanceMinutes(9);
        await Round();
        Assert.Single(_twilio.To(Number));
        _clock.AdvanceMinutes(1);
        await Round();
        Assert.Equal(2, _twilio.To(Number).Count);

        var third = await Asked("web:three");
        await Take(third);
        _clock.AdvanceMinutes(30);
        await Round();
        Assert.Equal(2, _twilio.To(Number).Count);
    }

    [Fact]
    public async Task A_provider_that_is_away_is_tried_again_and_not_any_more_when_somebody_has_taken_it()
    {
        await Start();
        var first = await Asked("web:one");
        _twilio.Answer(StubAnswer.TooManyRequests(), StubAnswer.TooManyRequests());
        await Round();
        _clock.AdvanceSeconds(5);
        await Round();
        Assert.Empty(_twilio.To(Number));
        Assert.Equal(2, _twilio.Posts);
        await Round();
        Assert.Equal(2, _twilio.Posts);
        _clock.AdvanceSeconds(30);
        await Round();
        Assert.Single(_twilio.To(Number));

        _clock.AdvanceMinutes(30);
        var second = await Asked("web:two");
        _twilio.Answer(StubAnswer.TooManyRequests());
        await Round();
        await Take(second);
        _clock.AdvanceMinutes(1);
        await Round();
        Assert.Equal(4, _twilio.Posts);
    }

    [Fact]
    public async Task An_alert_whose_answer_was_lost_is_looked_for_and_not_sent_twice()
    {
        await Start();
        await Asked("web:one");
        _twilio.Answer(StubAnswer.AcceptThenCut);
        await Round();
        _clock.AdvanceMinutes(1);
        await Round();
        _clock.AdvanceMinutes(1);
        await Round();
        Assert.Single(_twilio.To(Number));
        Assert.Equal(1, _twilio.Lists);
    }

    [Fact]
    public async Task At_night_nobody_is_alerted_but_for_what_is_urgent()
    {
        _clock.AdvanceHours(12);
        await Start();
        await Asked("web:night");
        await Round();
        Assert.Empty(_twilio.To(Number));

        await HandoffPageTests.Writes(Bot, "web:night", "أريد أن أموت", "web");
        await Round();
        Assert.StartsWith("Dringend: er wacht iemand", Assert.Single(_twilio.To(Number)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_that_is_closed_is_shown_to_the_coach_with_what_to_do()
    {
        await Start();
        await Asked("web:one");
        _twilio.Answer(StubAnswer.Refuse(63016));
        await Round();
        _clock.AdvanceHours(1);
        await Round();
        Assert.Equal(1, _twilio.Posts);

        Assert.Contains("Stuur één keer", await Page(), StringComparison.Ordinal);
        await Bot.The<StaffAlerts>().Report(new DeliveryStatus(1, "SM1", Delivery.Failed, "63033"), default);
        Assert.Contains("berichten van de bot niet geblokkeerd", await Page(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_is_used_where_there_is_one()
    {
        await Start(("Twilio:Templates:alerts.message:Languages:nl", Template), ("Twilio:Templates:alerts.message:Variables:0", "link"));
        await Asked("web:one");
        await Round();
        var alert = Assert.Single(_twilio.To(Number));
        Assert.Equal((Template, """{"1":"https://mdt.example.org/staff/handoffs"}""", ""), (alert.ContentSid, alert.ContentVariables.Replace("\\u002B", "+", StringComparison.Ordinal), alert.Body));
        Assert.Contains("Laatste melding: donderdag 26 november, 10:00", await Page(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_whatsapp_the_page_says_that_nothing_is_sent()
    {
        await using var bot = await BotUnderTest.Start();
        using var sanne = await StaffBrowser.As(bot, "Sanne");
        Assert.Contains("nog niet met WhatsApp verbonden", await sanne.Read("/staff/account/alerts"), StringComparison.Ordinal);
        await bot.The<AlertRound>().Run(default);
    }

    async Task Start(params (string, string)[] settings)
    {
        _bot = await BotUnderTest.Start(
            "Development",
            services =>
            {
                services.Remove(services.Single(s => s.ImplementationType == typeof(AlertWorker)));
                services.AddSingleton(new BotClock(_clock));
            },
            [.. _twilio.Settings(), .. settings]);
        // All who may be asked, so that it does not matter who is.
        foreach (var account in await Bot.The<StaffStore>().Accounts(default))
            if (account.Member is { Role: StaffRole.Coach } coach)
            {
                using var browser = await StaffBrowser.As(Bot, coach.Name);
                await browser.Submit("/staff/account/alerts", ("Number", "06 12345678"));
            }
    }

    Task<YouthId> Asked(string address) => HandoffPageTests.Asks(Bot, address);

    Task Round() => Bot.The<AlertRound>().Run(default);

    async Task<string> With(YouthId youth) => (await Bot.The<YouthFiles>().Card(youth, default))!.Handoff!.WithName;

    async Task<string> Page()
    {
        using var browser = await StaffBrowser.As(Bot, await With(new YouthId(1)));
        return await browser.Read("/staff/account/alerts");
    }

    async Task Take(YouthId youth)
    {
        using var coach = await StaffBrowser.As(Bot, await With(youth));
        var page = await coach.Read($"/staff/youths/{youth.Value}");
        using var taken = await coach.Post($"/staff/youths/{youth.Value}?handler=Take", page, ("Version", Regex.Match(page, "name=\"Version\" value=\"(\\d+)\"").Groups[1].Value));
    }
}
