using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MdtChatBot.Browser.Tests;

/// <summary>The programme in the console: planning at a desk, attendance in a gym.</summary>
[Collection(BrowserTests.Name)]
public sealed class ProgrammeTests(Chromium chromium)
{
    public static TheoryData<string, string, int> Pages => new()
    {
        { "/staff/programme", "Sanne", 0 }, { "/staff/programme", "Noor", 1 },
        { "/staff/programme/new-session?site=deventer", "Ans", 0 }, { "/staff/programme/new-session?site=deventer", "Noor", 1 },
        { "/staff/programme/new-session", "Noor", 0 },
        { "/staff/programme/sessions/1", "Noor", 0 }, { "/staff/programme/sessions/1/cancel", "Noor", 0 },
        { "/staff/programme/sites", "Noor", 0 }, { "/staff/programme/sites/deventer", "Noor", 0 },
        { "/staff/programme/projects", "Noor", 0 }, { "/staff/programme/projects/samen-koken", "Noor", 0 },
        { "/staff/programme/organisations", "Noor", 0 }, { "/staff/programme/new-organisation", "Noor", 0 },
        { "/staff/sessions/1/attendance", "Sanne", 0 }, { "/staff/sessions/1/door", "Sanne", 0 }, { "/staff/sessions/1/door?language=ar", "Sanne", 1 },
        { "/staff", "Noor", 0 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_readable_by_everybody_and_fits_the_screen(string path, string member, int size)
    {
        await using var screen = await chromium.NewStaffScreen((ScreenSize)size);
        await screen.SignInAs(member);
        await screen.Visit(await WithSession(path));

        Assert.Empty(await Accessibility.Faults(screen.Page));
        Assert.False(await screen.IsTooWide(), "the page is wider than the screen");
        Assert.Empty(screen.Complaints);
        await screen.Keep($"{path.Split('?')[0][1..].Replace('/', '-')}-{member}-{(ScreenSize)size}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_coach_ticks_attendance_on_a_phone_with_a_walk_in(bool scripts)
    {
        await using var bot = await BotProcess.Start();
        await using var amina = await chromium.NewPhone(bot: bot);
        var session = await Book(amina, "Amina", 0);
        await using var sami = await chromium.NewPhone(bot: bot);
        await Book(sami, "Sami", 1);
        using var http = new HttpClient { BaseAddress = new Uri(bot.Address) };
        using var moved = await http.PostAsync($"/time-machine/after/{session}", null);

        await using var screen = await chromium.NewStaffScreen(scripts: scripts, bot: bot);
        await screen.SignInAs("Sanne");
        await screen.Visit($"/staff/sessions/{session}/attendance");
        if (scripts) Assert.Empty(await Accessibility.Faults(screen.Page));
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Amina is er", Exact = true }).ClickAsync();
        await Expect(screen.Page.Locator(".tally")).ToHaveTextAsync("1 binnen, 0 nog niet afgevinkt");

        await screen.Page.FillAsync("#name", "sa");
        await screen.Press("Zoek");
        await screen.Page.Locator("li", new() { HasText = "Sami" }).GetByRole(AriaRole.Button).ClickAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Een persoon meer" }).ClickAsync();

        await Expect(screen.Page.Locator(".tally")).ToHaveTextAsync("3 binnen, 0 nog niet afgevinkt");
        await Expect(amina.Page.Locator("[data-choice='felt:good']")).ToBeVisibleAsync();
        await Expect(sami.Page.Locator("[data-choice='felt:good']")).ToBeVisibleAsync();
        if (!scripts) return;
        Assert.Empty(await Accessibility.Faults(screen.Page));
        Assert.False(await screen.IsTooWide(), "the page is wider than the screen");
        Assert.Empty(screen.Complaints);
        await Screenshots.KeepForDocs(screen.Page, "staff-attendance", 390, 760);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancelled_session_is_told_with_other_days(bool scripts)
    {
        await using var bot = await BotProcess.Start();
        await using var amina = await chromium.NewPhone(bot: bot);
        var session = await Book(amina, "Amina", 0);
        await using var screen = await chromium.NewStaffScreen(scripts: scripts, bot: bot);
        await screen.SignInAs("Ans");
        await screen.Visit($"/staff/programme/sessions/{session}/cancel");
        await Expect(screen.Page.Locator(".told")).ToContainTextAsync("Amina");
        if (scripts) Assert.Empty(await Accessibility.Faults(screen.Page));

        await amina.Answered(() => screen.Press("Ja, deze proef gaat niet door"));

        Assert.Contains("gaat niet door", await amina.LastWords(), StringComparison.Ordinal);
        Assert.True((await amina.ChoiceIds()).Count(id => id.StartsWith("session:", StringComparison.Ordinal)) == 3, "three other days");
        await Expect(screen.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Afgezegd. 1 jongere krijgt bericht met andere dagen.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_abbreviation_is_refused_at_its_field_and_the_series_is_planned_when_it_is_written_out(bool scripts)
    {
        await using var screen = await chromium.NewStaffScreen(scripts: scripts);
        await screen.SignInAs("Ans");
        await screen.Visit("/staff/programme/new-session?site=deventer");
        var page = screen.Page;
        await page.SelectOptionAsync("#Draft_Project", "samen-koken");
        var first = DateTime.UtcNow.AddDays(40);
        await page.FillAsync("#Draft_Date", first.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.FillAsync("#Draft_From", "14:00");
        await page.FillAsync("#Draft_To", "16:00");
        await page.FillAsync("#Draft_Place", "Buurthuis De Proef");
        await page.FillAsync("#Draft_Address", "Voorbeeldlaan 1");
        await page.FillAsync("#Draft_Position", "52.26, 6.17");
        await page.FillAsync("#Draft_Bring_nl", "je OV-kaart");
        await page.CheckAsync("input[name='Draft.Repeats']");
        await page.CheckAsync($"input[name='Draft.Days'][value='{first.DayOfWeek}']");
        await page.FillAsync("#Draft_Until", first.AddDays(8).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await screen.Press("Opslaan");

        await Expect(page.Locator("#Draft_Bring_nl-fault")).ToContainTextAsync("bus en trein");
        if (scripts)
        {
            Assert.Empty(await Accessibility.Faults(page));
            await page.Locator("#Draft_Bring_nl").ScrollIntoViewIfNeededAsync();
            await screen.Keep("abbreviation");
        }

        await page.FillAsync("#Draft_Bring_nl", "je kaart voor bus en trein");
        await screen.Press("Opslaan");
        await Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("2 proeven staan erin.");
        await Expect(page.Locator("#week")).ToContainTextAsync("Buurthuis De Proef");
    }

    [Fact]
    public async Task Who_scans_the_code_at_the_door_appears_on_the_phone_of_the_coach()
    {
        await using var bot = await BotProcess.Start();
        await using var amina = await chromium.NewPhone(bot: bot);
        var session = await Book(amina, "Amina", 0);
        using var http = new HttpClient { BaseAddress = new Uri(bot.Address) };
        using var moved = await http.PostAsync($"/time-machine/after/{session}", null);
        await using var screen = await chromium.NewStaffScreen(bot: bot);
        await screen.SignInAs("Sanne");
        await screen.Visit($"/staff/sessions/{session}/door");
        var code = await screen.Page.Locator(".code").InnerTextAsync();
        await screen.Visit($"/staff/sessions/{session}/attendance");
        await Expect(screen.Page.Locator(".tally")).ToHaveTextAsync("0 binnen, 1 nog niet afgevinkt");

        await amina.Write($"Hoi! {code}");

        await Expect(screen.Page.Locator(".tally")).ToHaveTextAsync("1 binnen, 0 nog niet afgevinkt", new() { Timeout = 5_000 });
    }

    // Session 1 of the paths is any that is still to come at Deventer.
    async Task<string> WithSession(string path)
    {
        if (!path.Contains("/sessions/1", StringComparison.Ordinal)) return path;
        await using var screen = await chromium.NewStaffScreen();
        await screen.SignInAs("Noor");
        await screen.Visit("/staff/programme?site=deventer");
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Week verder" }).ClickAsync();
        var link = await screen.Page.Locator("a[href$='/cancel']").Last.GetAttributeAsync("href");
        return path.Replace("/sessions/1", $"/sessions/{link!.Split('/')[^2]}", StringComparison.Ordinal);
    }

    // Books the first, second … session that is offered, and says which.
    static async Task<string> Book(Phone phone, string name, int which)
    {
        await phone.Visit();
        await Booking.WalkToSessions(phone, "nl");
        var choice = (await phone.ChoiceIds()).Where(id => id.StartsWith("session:", StringComparison.Ordinal) && id is not "session:none").ElementAt(which);
        await phone.TapId(choice);
        await phone.TapId("age:From18To29");
        await phone.Write(name);
        return choice["session:".Length..];
    }
}
