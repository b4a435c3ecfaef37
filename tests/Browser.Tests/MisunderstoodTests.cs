using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MdtChatBot.Browser.Tests;

/// <summary>What a youth wrote and the bot did not understand; a coach says on a phone what it means.</summary>
[Collection(BrowserTests.Name)]
public sealed class MisunderstoodTests(Chromium chromium)
{
    [Fact]
    public async Task One_tap_says_what_was_meant()
    {
        await using var bot = await BotProcess.Start();
        await using (var youth = await chromium.NewPhone(bot: bot))
        {
            await youth.Visit();
            await youth.Write("Hoi! MDT-DEV24");
            await youth.Write("Nederlands");
            await youth.Write("ja");
            await youth.Write("de lamp van Khalid is groen, bel 0612345678");
        }

        await using (var youth = await chromium.NewPhone(bot: bot))
        {
            await youth.Visit();
            await youth.Write("Hoi! MDT-DEV24AR");
            await youth.Write("نعم");
            await youth.Write("سمكة وراء مصباح أخضر رقم ٠٦١٢");
        }

        await using var sanne = await chromium.NewStaffScreen(ScreenSize.Phone, scripts: false, bot: bot);
        await sanne.SignInAs("Sanne");
        await sanne.Page.GetByRole(AriaRole.Link, new() { Name = "Niet begrepen", Exact = true }).ClickAsync();
        await Expect(sanne.Page.GetByText("de lamp van … is groen, bel #")).ToBeVisibleAsync();
        await Expect(sanne.Page.Locator("p[lang=ar][dir=rtl]")).ToHaveTextAsync("سمكة وراء مصباح أخضر رقم #");
        await Expect(sanne.Page.GetByText("Khalid")).ToHaveCountAsync(0);
        Assert.False(await sanne.IsTooWide(), "the page is wider than the screen");
        await sanne.Keep("misunderstood-phone");

        await sanne.Page.Locator("li", new() { HasText = "de lamp van" }).GetByRole(AriaRole.Button, new() { Name = "Kunnen wij niet beantwoorden" }).First.ClickAsync();
        await Expect(sanne.Page.GetByText("Bewaard: Kunnen wij niet beantwoorden.")).ToBeVisibleAsync();
        await Expect(sanne.Page.GetByText("de lamp van")).ToHaveCountAsync(0);

        await using var noor = await chromium.NewStaffScreen(ScreenSize.Desk, bot: bot);
        await noor.SignInAs("Noor");
        await noor.Visit("/staff/misunderstood");
        await noor.Page.Locator("summary").First.ClickAsync();
        Assert.Empty(await Accessibility.Faults(noor.Page));
        await noor.Keep("misunderstood");
        await noor.Page.GetByLabel("Wat betekent het?").First.SelectOptionAsync("Reiskosten");
        await noor.Press("Kies");
        await noor.Page.GetByRole(AriaRole.Link, new() { Name = "Gedaan", Exact = true }).ClickAsync();
        await Expect(noor.Page.GetByText("Betekent: Reiskosten")).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.Faults(noor.Page));
        await noor.Keep("misunderstood-done");
        Assert.Empty(noor.Complaints);
        Assert.Empty(sanne.Complaints);
    }
}
