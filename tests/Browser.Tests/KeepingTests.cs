using static Microsoft.Playwright.Assertions;

namespace MdtChatBot.Browser.Tests;

/// <summary>What was said stays said: through a reload, a restart of the server, a lost connection.</summary>
[Collection(BrowserTests.Name)]
public sealed class KeepingTests(Chromium chromium)
{
    [Fact]
    public async Task A_reload_in_the_middle_of_the_conversation_loses_nothing()
    {
        await using var phone = await chromium.NewPhone();
        await phone.Visit();
        await Booking.WalkToSessions(phone, "nl");
        var said = await phone.Lines.AllInnerTextsAsync();
        var choices = await phone.ChoiceIds();

        await phone.Page.ReloadAsync();

        await Expect(phone.Lines).ToHaveCountAsync(said.Count);
        Assert.Equal(said, await phone.Lines.AllInnerTextsAsync());
        Assert.Equal(choices, await phone.ChoiceIds());
        await phone.TapFirst("session:");
    }

    [Fact]
    public async Task A_restart_of_the_server_keeps_the_chat_and_delivers_what_was_written_meanwhile()
    {
        await using var bot = await BotProcess.Start();
        await using var phone = await chromium.NewPhone(bot: bot);
        await phone.Visit();
        await phone.TapId("start");
        await phone.TapId("lang:nl");
        var before = await phone.BotLines.CountAsync();

        await bot.Kill();
        await phone.Page.FillAsync("#words", "Ja");
        await phone.Page.PressAsync("#words", "Enter");
        await Expect(phone.Page.Locator("#notice")).ToBeVisibleAsync();
        await Expect(phone.Page.Locator("#unsent .waiting")).ToHaveTextAsync("Ja");
        await bot.Run();

        await Expect(phone.BotLines).ToHaveCountAsync(before + 1, new() { Timeout = 30_000 });
        await Expect(phone.Lines.Filter(new() { HasTextRegex = new(@"^Ja\d\d:\d\d$") })).ToHaveCountAsync(1);
        await Expect(phone.Page.Locator("#unsent > *")).ToHaveCountAsync(0);
        await Expect(phone.Page.Locator("#notice")).ToBeHiddenAsync();
        await Expect(phone.Page.Locator("[data-choice='go:trial']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_reply_that_overtakes_the_answer_to_its_request_still_brings_its_choices()
    {
        await using var phone = await chromium.NewPhone();
        await phone.Visit();
        await phone.TapId("start");
        var release = new TaskCompletionSource();
        await phone.Page.RouteAsync("**/webchat/messages", async route =>
        {
            var answer = await route.FetchAsync();
            await release.Task;
            await route.FulfillAsync(new() { Response = answer });
        });

        await phone.TapId("lang:nl");
        await Expect(phone.Page.Locator("[data-choice='consent:yes']")).ToBeVisibleAsync();
        release.SetResult();

        await Expect(phone.Page.Locator("#unsent > *")).ToHaveCountAsync(0);
        await Expect(phone.Page.Locator("#typing")).ToBeHiddenAsync();
        await phone.TapId("consent:yes");
    }

    [Fact]
    public async Task A_message_written_before_the_page_has_loaded_stands_there_once_and_brings_its_choices()
    {
        await using var phone = await chromium.NewPhone();
        var taken = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await phone.Page.RouteAsync("**/webchat/events*", async route =>
        {
            await taken.Task;
            await route.ContinueAsync();
        });
        await phone.Page.RouteAsync("**/webchat/messages", async route =>
        {
            var answer = await route.FetchAsync();
            taken.TrySetResult();
            await release.Task;
            await route.FulfillAsync(new() { Response = answer });
        });
        await phone.Visit();

        await phone.Write("Hoi!");
        release.SetResult();

        await Expect(phone.Page.Locator("#unsent > *")).ToHaveCountAsync(0);
        await Expect(phone.Lines.Filter(new() { HasTextRegex = new(@"^Hoi!\d\d:\d\d$") })).ToHaveCountAsync(1);
        await phone.TapId("lang:nl");
    }

    [Fact]
    public async Task What_was_written_offline_outlives_a_closed_page()
    {
        await using var phone = await chromium.NewPhone();
        await phone.Visit();
        await phone.TapId("start");
        await phone.Page.RouteAsync("**/webchat/messages", route => route.AbortAsync());
        await phone.Page.FillAsync("#words", "Nederlands");
        await phone.Page.PressAsync("#words", "Enter");
        await Expect(phone.Page.Locator("#unsent .waiting")).ToBeVisibleAsync();

        await phone.Page.UnrouteAllAsync();
        await phone.Answered(() => phone.Page.ReloadAsync());

        await Expect(phone.Lines.Filter(new() { HasText = "Nederlands" }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Two_pages_of_one_phone_show_the_same()
    {
        await using var phone = await chromium.NewPhone();
        await phone.Visit();
        await using var second = await phone.SecondPage();

        await phone.TapId("start");

        await Expect(second.BotLines).ToHaveCountAsync(1);
        await second.TapId("lang:nl");
        await Expect(phone.BotLines).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Whoever_erases_everything_is_told_so_and_starts_anew()
    {
        await using var phone = await chromium.NewPhone();
        await phone.Visit();
        await Booking.Walk(phone, "nl");
        await phone.Write("WIS");
        await phone.TapId("delete:yes");
        Assert.NotEqual("", await phone.LastWords());

        await phone.Page.ReloadAsync();

        await Expect(phone.Page.Locator("[data-choice='start']")).ToBeVisibleAsync();
        await Expect(phone.Lines).ToHaveCountAsync(0);
    }
}
