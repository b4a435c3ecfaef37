using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MdtChatBot.Browser.Tests;

/// <summary>A coach and a youth, each with a browser of their own.</summary>
[Collection(BrowserTests.Name)]
public sealed class HandoffTests(Chromium chromium)
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_coach_takes_an_arabic_handoff_and_answers_from_the_phrasebook(int size)
    {
        await using var bot = await BotProcess.Start();
        await using var coach = await chromium.NewStaffScreen((ScreenSize)size, bot: bot);
        await coach.SignInAs("Sanne");
        await coach.Visit("/staff/handoffs");
        await Expect(coach.Page.Locator("[data-youth]")).ToHaveCountAsync(0);
        await coach.Page.ClickAsync("#alerts");

        await using var youth = await AsksInArabic(bot);
        // Without a reload, and with a sound since that was asked for.
        await Expect(coach.Page.Locator("[data-youth]")).ToHaveCountAsync(1);
        await Expect(coach.Page.Locator("body")).ToHaveAttributeAsync("data-rang", "1");
        await Look(coach, $"handoffs-{(ScreenSize)size}");

        await coach.Page.ClickAsync("[data-youth] a");
        await coach.Press("Oppakken");
        await Expect(coach.Page.GetByText("jij hebt dit gesprek")).ToBeVisibleAsync();
        await Expect(youth.LastBotLine).ToContainTextAsync("Sanne");
        await Look(coach, $"conversation-{(ScreenSize)size}");

        await coach.Page.GetByRole(AriaRole.Link, new() { Name = "Zinnenboek", Exact = true }).ClickAsync();
        await coach.Page.FillAsync("#q", "komen");
        await coach.Press("Zoek");
        await Look(coach, $"phrasebook-{(ScreenSize)size}");
        await coach.Page.ClickAsync("text=Het is in …");
        await coach.Page.FillAsync("#b-day", "2100-03-05");
        await coach.Page.FillAsync("#b-time", "14:00");
        await coach.Page.FillAsync("#b-place", "Buurthuis De Brug");
        await coach.Press("Bekijk eerst");
        await Expect(coach.Page.Locator(".preview")).ToContainTextAsync("هل يمكنك الحضور يوم الجمعة 5 مارس");
        await Look(coach, $"sentence-{(ScreenSize)size}");
        await coach.Press("Verstuur (العربية)");

        await Expect(youth.LastBotLine).ToContainTextAsync("هل يمكنك الحضور يوم الجمعة 5 مارس");
        await Expect(coach.Page.Locator(".line.coach").Last).ToContainTextAsync("Kun je op vrijdag 5 maart om 14:00 komen? Het is in Buurthuis De Brug.");

        await youth.Page.FillAsync("#words", "نعم، سآتي");
        await youth.Page.PressAsync("#words", "Enter");
        await Expect(coach.Page.Locator(".line.youth").Last).ToContainTextAsync("نعم، سآتي");
        await Look(coach, $"answered-{(ScreenSize)size}");
        Assert.Empty(coach.Complaints);
        Assert.Empty(youth.Complaints);
    }

    [Fact]
    public async Task A_handoff_is_taken_answered_and_given_back_with_scripts_off()
    {
        await using var bot = await BotProcess.Start();
        await using var youth = await AsksInArabic(bot);
        await using var coach = await chromium.NewStaffScreen(scripts: false, bot: bot);
        await coach.SignInAs("Sanne");
        await coach.Visit("/staff/handoffs");
        await coach.Page.ClickAsync("[data-youth] a");
        await coach.Press("Oppakken");
        await coach.Page.FillAsync("#Words", "Hoi, ik ben Sanne");
        await coach.Press("Verstuur");
        await Expect(youth.Page.Locator("#log .bubble.coach").Last).ToContainTextAsync("Hoi, ik ben Sanne");

        await coach.Page.ClickAsync("text=Doorgeven of teruggeven");
        await coach.Page.SelectOptionAsync("#Closing", "phrasebook.closing.goodLuck");
        await coach.Press("Geef terug aan de bot");
        await Expect(coach.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("terug bij de bot");
        await Expect(youth.LastBotLine).ToContainTextAsync("بالتوفيق!");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task The_pages_about_a_youth_are_readable_by_everybody_and_fit_the_screen(int size)
    {
        await using var bot = await BotProcess.Start();
        await using var youth = await AsksInArabic(bot);
        await using var coach = await chromium.NewStaffScreen((ScreenSize)size, bot: bot);
        await coach.SignInAs("Noor");
        await coach.Visit("/staff/handoffs");
        var file = (await coach.Page.GetAttributeAsync("[data-youth] a", "href"))!;
        await coach.Visit(file + "/seats");
        await Look(coach, $"seats-{(ScreenSize)size}");
        await coach.Page.Locator("form").Filter(new() { HasText = "Boek" }).GetByRole(AriaRole.Button, new() { Name = "Boek" }).ClickAsync();
        await Expect(youth.LastBotLine).ToContainTextAsync("هذا الموعد من ترتيب");
        await Look(coach, $"booked-{(ScreenSize)size}");
        await coach.Visit(file + "/hand-over");
        await Look(coach, $"hand-over-{(ScreenSize)size}");
        await coach.Visit(file + "?seen=true");
        await Look(coach, $"seen-{(ScreenSize)size}");
        Assert.Empty(coach.Complaints);
    }

    static async Task Look(StaffScreen screen, string name)
    {
        Assert.Empty(await Accessibility.Faults(screen.Page));
        Assert.False(await screen.IsTooWide(), name + " is wider than the screen");
        await screen.Keep(name);
    }

    async Task<Phone> AsksInArabic(BotProcess bot)
    {
        var youth = await chromium.NewPhone("ar", bot);
        await youth.Visit("/?code=DEV24AR");
        await youth.TapId("start");
        await youth.TapId("consent:yes");
        await youth.Write("شخص");
        return youth;
    }
}
