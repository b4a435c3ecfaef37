using System.Net;
using MdtChatBot.Workflow;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MdtChatBot.Browser.Tests;

/// <summary>A balie worker fills a room: plan, preview, a second person, live progress, answers. With a bot of its own: its clock is moved to the day.</summary>
[Collection(BrowserTests.Name)]
public sealed class InvitationTests(Chromium chromium)
{
    /// <summary>More than one person may invite alone.</summary>
    const int Youths = 52;

    /// <summary>Of the information session in the demo programme.</summary>
    const int Seats = 20;

    [Fact]
    public async Task From_plan_to_full_room_with_a_second_person_approving()
    {
        // All of them write from one network, and within a second.
        await using var bot = await BotProcess.Start(settings: ("WebChat__MessagesPerMinute", "2000"));
        var youths = await Willing(bot);
        await ByDay(bot, youths[0]);

        await using var ans = await chromium.NewStaffScreen(ScreenSize.Desk, bot: bot);
        await ans.SignInAs("Ans");
        await ans.Page.GetByRole(AriaRole.Link, new() { Name = "Uitnodigen" }).ClickAsync();
        await ans.Page.GetByRole(AriaRole.Link, new() { Name = "Nieuwe uitnodiging" }).ClickAsync();
        await ans.Page.Locator("#Draft_Event").SelectOptionAsync(new SelectOptionValue { Label = await Option(ans, "Informatiebijeenkomst") });
        await ans.Page.GetByLabel("Nederlands", new() { Exact = true }).Last.FillAsync("Er is thee en taart.");
        await ans.Keep("invitation-plan");
        Assert.Empty(await Accessibility.Faults(ans.Page));
        await ans.Press("Bekijk wie en wat");

        await Expect(ans.Page.GetByText($"{Youths} jongeren")).ToBeVisibleAsync();
        await Expect(ans.Page.Locator(".phone")).ToHaveCountAsync(Language.InOrder.Count);
        await Expect(ans.Page.Locator(".phone[lang=nl] .bubble")).ToContainTextAsync("Er is thee en taart.");
        await Expect(ans.Page.Locator(".phone[lang=ar]")).ToHaveCSSAsync("direction", "rtl");
        await ans.Keep("invitation-preview");
        Assert.Empty(await Accessibility.Faults(ans.Page));
        Assert.False(await ans.IsTooWide(), "the page is wider than the screen");
        await ans.Press("Vraag een tweede persoon");
        await Expect(ans.Page.GetByText("Boven 50 jongeren kijkt een collega mee", new() { Exact = false })).ToBeVisibleAsync();

        await using var noor = await chromium.NewStaffScreen(bot: bot);
        await noor.SignInAs("Noor");
        await noor.Page.GetByRole(AriaRole.Link, new() { Name = "Wacht op een tweede persoon" }).ClickAsync();
        noor.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await noor.Press("Goedkeuren en versturen");
        await Expect(noor.Page.Locator("#state")).ToContainTextAsync("goedgekeurd door Noor");

        await Expect(ans.Page.Locator("#state .badge")).ToHaveTextAsync("Klaar", new() { Timeout = 20_000 });
        await Expect(ans.Page.Locator("#state")).ToContainTextAsync($"{Youths} van {Youths}");
        await Task.WhenAll(youths.Take(Seats).Select(youth => youth.Say("Ja, ik kom ✅")));
        await Expect(ans.Page.Locator("#state dd").Nth(7)).ToHaveTextAsync($"{Seats}", new() { Timeout = 90_000 });
        await ans.Keep("invitation-progress");
        Assert.Empty(await Accessibility.Faults(ans.Page));

        await youths[Seats].Say("Ja, ik kom ✅");
        await youths[Seats].Listen(line => line.From == "bot" && line.Words.Contains("wachtlijst", StringComparison.Ordinal));
        Assert.Empty(ans.Complaints);
        Assert.Empty(noor.Complaints);
        foreach (var youth in youths) youth.Dispose();
    }

    static async Task<string> Option(StaffScreen screen, string begins) =>
        (await screen.Page.Locator("#Draft_Event option").AllInnerTextsAsync()).First(o => o.StartsWith(begins, StringComparison.Ordinal));

    /// <summary>Youths of Deventer who read Dutch and gave leave for invitations.</summary>
    static async Task<IReadOnlyList<Visitor>> Willing(BotProcess bot)
    {
        var youths = Enumerable.Range(0, Youths).Select(_ => new Visitor(bot.Address)).ToList();
        foreach (var youth in youths)
        {
            await youth.Begin();
            foreach (var words in new[] { "Hoi! MDT-DEV24", "Nederlands", "Ja, dat is goed", "uitnodigingen", "Ja, graag" })
                Assert.Equal(HttpStatusCode.Accepted, await youth.Say(words));
        }

        return youths;
    }

    static async Task ByDay(BotProcess bot, Visitor visitor)
    {
        var hour = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Europe/Amsterdam").Hour;
        for (; hour is < 9 or > 16; hour = (hour + 1) % 24)
        {
            using var moved = await visitor.PostTo(bot.Address + "/time-machine/hour");
            moved.EnsureSuccessStatusCode();
        }
    }
}
