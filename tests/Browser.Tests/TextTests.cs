using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MdtChatBot.Browser.Tests;

/// <summary>A coordinator changes what youth read at one site. With a bot of its own: its texts are others after it.</summary>
[Collection(BrowserTests.Name)]
public sealed class TextTests(Chromium chromium)
{
    const string Path = "/staff/texts/menu.body?language=nl&site=deventer";
    const string Original = "Wat wil je weten of doen?";
    const string Changed = "Zeg het maar: wat wil je weten?";

    [Fact]
    public async Task A_changed_text_is_read_at_its_site_only_and_returns_with_one_click()
    {
        await using var bot = await BotProcess.Start();
        await using var noor = await chromium.NewStaffScreen(ScreenSize.Desk, bot: bot);
        await noor.SignInAs("Noor");
        await noor.Page.GetByRole(AriaRole.Link, new() { Name = "Teksten", Exact = true }).ClickAsync();
        Assert.Empty(await Accessibility.Faults(noor.Page));
        Assert.False(await noor.IsTooWide(), "the page is wider than the screen");
        await noor.Keep("texts");

        await noor.Visit(Path);
        await Expect(noor.Page.Locator(".phone .bubble")).ToContainTextAsync(Original);
        await noor.Page.GetByLabel("Wat de jongere leest").FillAsync(Changed);
        await noor.Press("Bekijk");
        await Expect(noor.Page.Locator(".phone .bubble")).ToHaveTextAsync(Changed);
        Assert.Empty(await Accessibility.Faults(noor.Page));
        await noor.Keep("text-preview");
        await noor.Press("Opslaan");
        await Expect(noor.Page.GetByText("Veranderd door Noor")).ToBeVisibleAsync();
        await noor.Keep("text-changed");
        Assert.Empty(await Accessibility.Faults(noor.Page));

        await using (var deventer = await Chat(bot, "DEV24")) await Expect(deventer.LastBotLine).ToContainTextAsync(Changed);
        await using (var utrecht = await Chat(bot, "UTR24")) await Expect(utrecht.LastBotLine).ToContainTextAsync(Original);

        await noor.Press("Terug naar de eerste tekst");
        await Expect(noor.Page.GetByText("De tekst waarmee het programma kwam.")).ToBeVisibleAsync();
        await using (var again = await Chat(bot, "DEV24")) await Expect(again.LastBotLine).ToContainTextAsync(Original);
        Assert.Empty(noor.Complaints);
    }

    async Task<Phone> Chat(BotProcess bot, string code)
    {
        var phone = await chromium.NewPhone(bot: bot);
        await phone.Visit();
        await phone.Write($"Hoi! MDT-{code}");
        await phone.Write("Nederlands");
        await phone.Write("Menu");
        return phone;
    }
}
