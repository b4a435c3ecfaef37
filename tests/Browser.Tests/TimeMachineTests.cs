using System.Net;
using static Microsoft.Playwright.Assertions;

namespace MdtChatBot.Browser.Tests;

/// <summary>The whole journey in two minutes. With a bot of its own: the clock is the program's.</summary>
[Collection(BrowserTests.Name)]
public sealed class TimeMachineTests(Chromium chromium)
{
    [Fact]
    public async Task From_the_reminder_to_how_was_it()
    {
        await using var bot = await BotProcess.Start();
        await using var phone = await chromium.NewPhone(bot: bot);
        await phone.Visit();
        await Booking.Walk(phone, "nl");
        await phone.TimeMachine.Locator("summary").ClickAsync();
        Assert.Empty(await Accessibility.Faults(phone));

        await phone.Answered(() => phone.TurnTime("To the next reminder"));
        await phone.TapFirst("coming:");
        await phone.TurnTime("To after the session");
        await phone.Answered(() => phone.TurnTime("I came"));

        Assert.Equal(["felt:good", "felt:ok", "felt:bad"], await phone.ChoiceIds());
        await phone.TapId("felt:good");
        Assert.Empty(phone.Complaints);
    }

    [Fact]
    public async Task A_missed_session_brings_no_blame_but_reasons_to_tap()
    {
        await using var bot = await BotProcess.Start();
        await using var phone = await chromium.NewPhone(bot: bot);
        await phone.Visit();
        await Booking.Walk(phone, "nl");
        await phone.TimeMachine.Locator("summary").ClickAsync();
        await phone.TurnTime("To after the session");

        await phone.Answered(() => phone.TurnTime("I was not there"));

        Assert.Contains("missed:tired", await phone.ChoiceIds());
    }

    [Fact]
    public async Task The_moved_clock_stays_moved_after_a_restart()
    {
        await using var bot = await BotProcess.Start();
        await using var phone = await chromium.NewPhone(bot: bot);
        await phone.Visit();
        var now = phone.TimeMachine.Locator("[data-now]");
        await Expect(now).Not.ToBeEmptyAsync();
        await phone.TimeMachine.Locator("summary").ClickAsync();
        var before = (await now.InnerTextAsync())[..^5];
        await phone.TurnTime("+1 day");
        await Expect(now).Not.ToContainTextAsync(before);
        var moved = (await now.InnerTextAsync())[..^5];

        await bot.Kill();
        await bot.Run();
        await phone.Page.ReloadAsync();

        await Expect(now).ToContainTextAsync(moved);
    }

    [Fact]
    public async Task A_coach_takes_over_and_gives_back()
    {
        await using var bot = await BotProcess.Start();
        await using var phone = await chromium.NewPhone(bot: bot);
        await phone.Visit();
        await Booking.Walk(phone, "nl");
        await phone.Write("MENS");
        await phone.TimeMachine.Locator("summary").ClickAsync();
        await phone.TurnTime("A coach takes over");

        await phone.TimeMachine.Locator("input").FillAsync("Dag Amina, ik help je.");
        await phone.TurnTime("Say");

        await Expect(phone.Lines.Locator("visible=true").Filter(new() { HasText = "Dag Amina, ik help je." })).ToHaveCountAsync(1);
        await Expect(phone.Lines.Last).ToHaveClassAsync("bubble coach");
        await phone.TurnTime("Back to the bot");
        Assert.Empty(phone.Complaints);
    }

    [Fact]
    public async Task Outside_Development_there_is_no_time_machine()
    {
        await using var bot = await BotProcess.Start("Production");
        await using var phone = await chromium.NewPhone(bot: bot);
        using var visitor = new Visitor(bot.Address);

        await phone.Visit();
        await Expect(phone.Page.Locator("[data-choice='start']")).ToBeVisibleAsync();
        using var answer = await visitor.Get("/time-machine");

        await Expect(phone.TimeMachine).ToHaveCountAsync(0);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(phone.Complaints);
    }
}
