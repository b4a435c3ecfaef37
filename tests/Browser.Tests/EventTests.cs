using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MdtChatBot.Browser.Tests;

/// <summary>An event in the console, from the plan to the room: what a worker does at a desk and at the door, and a youth on a phone.</summary>
[Collection(BrowserTests.Name)]
public sealed class EventTests(Chromium chromium)
{
    public static TheoryData<string, string, int> Pages => new()
    {
        { "/staff/programme/events", "Sanne", 0 }, { "/staff/programme/events?past=true", "Noor", 1 },
        { "/staff/programme/new-event?site=deventer", "Ans", 0 }, { "/staff/programme/new-event", "Noor", 1 },
        { "/staff/programme/events/1", "Sanne", 0 }, { "/staff/programme/events/1", "Noor", 1 },
        { "/staff/programme/events/1/change", "Ans", 0 }, { "/staff/programme/events/1/cancel", "Ans", 0 },
        { "/staff/programme/events/1/check-in", "Ans", 0 }, { "/staff/sessions/1/door", "Ans", 0 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_readable_by_everybody_and_fits_the_screen(string path, string member, int size)
    {
        await using var screen = await chromium.NewStaffScreen((ScreenSize)size);
        await screen.SignInAs(member);
        await screen.Visit("/staff/programme/events");
        var id = (await screen.Page.Locator("#events h3 a").Filter(new() { HasText = "Kick-off" }).First.GetAttributeAsync("href"))!.Split('/')[^1];
        await screen.Visit(path.Replace("/1", $"/{id}", StringComparison.Ordinal));

        Assert.Empty(await Accessibility.Faults(screen.Page));
        Assert.False(await screen.IsTooWide(), "the page is wider than the screen");
        Assert.Empty(screen.Complaints);
        await screen.Keep($"{path.Split('?')[0][1..].Replace('/', '-')}-{member}-{(ScreenSize)size}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_kick_off_from_the_plan_to_a_room_with_people(bool scripts)
    {
        await using var bot = await BotProcess.Start();
        await using var screen = await chromium.NewStaffScreen(scripts: scripts, bot: bot);
        await screen.SignInAs("Ans");
        var id = await Plan(screen);
        await screen.Visit($"/staff/sessions/{id}/door");
        var code = await screen.Page.Locator(".code").InnerTextAsync();

        await using var amina = await chromium.NewPhone(bot: bot);
        await amina.Visit();
        await amina.Write($"Hoi! {code}");
        await amina.TapId("lang:nl");
        await amina.TapId("consent:yes");
        await amina.TapId($"guests:{id}:2");
        Assert.Contains("Je plek is geregeld", await amina.LastWords(), StringComparison.Ordinal);
        await amina.Write("Amina");
        await screen.Visit($"/staff/programme/events/{id}");
        await Expect(screen.Page.Locator("#answers")).ToContainTextAsync("Amina");
        await Expect(screen.Page.Locator("#answers")).ToContainTextAsync("en 2 gasten");

        using var http = new HttpClient { BaseAddress = new Uri(bot.Address) };
        using var moved = await http.PostAsync($"/time-machine/after/{id}", null);
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Inchecken" }).ClickAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Amina is er", Exact = true }).ClickAsync();
        await Expect(screen.Page.Locator(".tally")).ToHaveTextAsync("1 binnen, 0 nog niet afgevinkt");

        await using var sami = await chromium.NewPhone("ar", bot);
        await sami.Visit();
        await sami.Write($"Hoi! {code}");
        await sami.TapId("lang:ar");
        await sami.TapId("consent:yes");
        if (!scripts) await screen.Page.ReloadAsync();
        await Expect(screen.Page.Locator(".tally")).ToHaveTextAsync("2 binnen, 0 nog niet afgevinkt", new() { Timeout = 5_000 });

        await screen.Page.FillAsync("#firstName", "Selam");
        await screen.Page.Locator("form", new() { Has = screen.Page.Locator("#firstName") }).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(screen.Page.Locator(".tally")).ToHaveTextAsync("3 binnen, 0 nog niet afgevinkt");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Een persoon meer" }).ClickAsync();
        await Expect(screen.Page.Locator(".tally")).ToHaveTextAsync("4 binnen, 0 nog niet afgevinkt");
        if (!scripts) return;
        await screen.Page.FillAsync("#filter", "sel");
        await Expect(screen.Page.Locator(".people > li:visible")).ToHaveCountAsync(1);
        Assert.Empty(await Accessibility.Faults(screen.Page));
        Assert.False(await screen.IsTooWide(), "the page is wider than the screen");
        Assert.Empty(screen.Complaints);
        await screen.Keep("check-in");
    }

    // A kick-off in ten days; returns its number.
    static async Task<string> Plan(StaffScreen screen)
    {
        await screen.Visit("/staff/programme/new-event?site=deventer");
        var page = screen.Page;
        await page.SelectOptionAsync("#Draft_Kind", "KickOff");
        await page.FillAsync("#Draft_Title_nl", "Start met MDT");
        await page.FillAsync("#Draft_Guests", "2");
        await page.FillAsync("#Draft_Date", DateTime.UtcNow.AddDays(10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.FillAsync("#Draft_From", "16:00");
        await page.FillAsync("#Draft_To", "18:00");
        await page.FillAsync("#Draft_Seats", "80");
        await page.FillAsync("#Draft_Place", "Theater Voorbeeld");
        await page.FillAsync("#Draft_Address", "Voorbeeldlaan 1");
        await page.FillAsync("#Draft_Position", "52.26, 6.17");
        await screen.Press("Opslaan");
        var link = page.Locator("#events h3 a").Filter(new() { HasText = "Start met MDT" });
        var id = (await link.GetAttributeAsync("href"))!.Split('/')[^1];
        await link.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Start met MDT");
        return id;
    }
}
