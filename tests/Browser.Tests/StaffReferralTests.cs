using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MdtChatBot.Browser.Tests;

/// <summary>Referrals from code to attendance, posters whose code starts a chat, youth who move, and the figures.</summary>
[Collection(BrowserTests.Name)]
public sealed class StaffReferralTests(Chromium chromium)
{
    public static TheoryData<string, string, int> Pages => new()
    {
        { "/staff", "Ans", 0 }, { "/staff", "Noor", 1 },
        { "/staff/referrals", "Ans", 0 }, { "/staff/referrals", "Noor", 1 }, { "/staff/referrals/new", "Ans", 0 }, { "/staff/referrals/new", "Wim", 1 },
        { "/staff/codes", "Ans", 0 }, { "/staff/codes/new", "Noor", 0 }, { "/staff/codes/DEV24", "Ans", 0 },
        { "/staff/codes/DEV24/poster?l=ar&l=ti", "Ans", 1 }, { "/staff/codes/DEV24/cards?l=ar&l=nl", "Ans", 1 },
        { "/staff/search", "Sanne", 0 }, { "/staff/numbers", "Noor", 0 }, { "/staff/numbers", "Wim", 1 }, { "/staff/trouble", "Noor", 0 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_readable_by_everybody_and_fits_the_screen(string path, string member, int size)
    {
        await using var screen = await chromium.NewStaffScreen((ScreenSize)size);
        await screen.SignInAs(member);
        await screen.Visit(path);
        await screen.Keep($"{Regex.Replace(path[1..], "[^a-zA-Z0-9]+", "-")}-{member}-{(ScreenSize)size}");

        Assert.Empty(await Accessibility.Faults(screen.Page));
        Assert.False(await screen.IsTooWide(), "the page is wider than the screen");
        Assert.Empty(screen.Complaints);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("ar")]
    [InlineData("ti")]
    [InlineData("fa", "tr")]
    [InlineData("nl", "en", "ar", "ti", "fa", "tr")]
    public async Task A_poster_is_one_page_on_which_nothing_is_cut_off(params string[] languages)
    {
        await using var ans = await chromium.NewStaffScreen(ScreenSize.Desk);
        await ans.SignInAs("Ans");
        await ans.Visit("/staff/codes/DEV24/poster?" + string.Join('&', languages.Select(l => "l=" + l)));
        await ans.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await ans.Keep("poster-" + string.Join('-', languages));

        Assert.False(await ans.Page.EvaluateAsync<bool>("(() => { const p = document.querySelector('.poster'); return p.scrollHeight > p.clientHeight || p.scrollWidth > p.clientWidth; })()"), "something is cut off");
        foreach (var language in languages)
            await Expect(ans.Page.Locator($"section[lang={language}]")).ToHaveCSSAsync("direction", language is "ar" or "fa" ? "rtl" : "ltr");
    }

    [Fact]
    public async Task A_balie_worker_makes_a_poster_with_scripts_off_and_its_code_starts_a_chat()
    {
        await using var ans = await chromium.NewStaffScreen(scripts: false);
        await ans.SignInAs("Ans");
        await ans.Visit("/staff/codes/new");
        await ans.Page.FillAsync("#Label", "Poster bij de kapper");
        await ans.Page.GetByLabel("Arabisch").CheckAsync();
        await ans.Press("Maak de code");
        var link = await ans.Page.Locator("#link").InnerTextAsync();
        await ans.Press("Poster (A4)");
        await Expect(ans.Page.Locator("section[lang=ar]")).ToHaveAttributeAsync("dir", "rtl");

        await using var phone = await chromium.NewPhone("ar");
        await phone.Visit(new Uri(link).PathAndQuery);
        await phone.TapId("start");
        await Expect(phone.LastBotLine).ToHaveAttributeAsync("lang", "ar");
        Assert.Contains("consent:yes", await phone.ChoiceIds());
    }

    [Fact]
    public async Task A_referral_is_followed_from_code_to_attendance()
    {
        await using var bot = await BotProcess.Start();
        await using var ans = await chromium.NewStaffScreen(bot: bot);
        await ans.SignInAs("Ans");
        await ans.Visit("/staff/referrals/new");
        await ans.Page.FillAsync("#FirstName", "Amina");
        await ans.Page.SelectOptionAsync("#Language", "nl");
        await ans.Page.CheckAsync("#Agreed");
        await ans.Press("Maak de QR-code");
        await Expect(ans.Page.Locator(".qr-large")).ToBeInViewportAsync(new() { Ratio = 1 });
        await ans.Keep("referral-qr");
        Assert.Empty(await Accessibility.Faults(ans.Page));
        var link = await ans.Page.Locator("#link").InnerTextAsync();
        var step = ans.Page.Locator(".track [aria-current=step]");
        await Expect(step).ToHaveTextAsync("Verstuurd");

        await using var phone = await chromium.NewPhone(bot: bot);
        await phone.Visit(new Uri(link).PathAndQuery);
        await phone.TapId("start");
        await Expect(phone.LastBotLine).ToContainTextAsync("Ans heeft je over mij verteld.");
        // By itself: whoever stands at the desk sees that it worked.
        await Expect(step).ToHaveTextAsync("Chat begonnen");
        await Expect(ans.Page.Locator(".qr-large")).ToHaveCountAsync(0);
        foreach (var id in new[] { "consent:yes", "go:trial", "interest:Cooking" }) await phone.TapId(id);
        await phone.TapFirst("session:");
        await phone.TapId("age:From18To29");
        await phone.Tap("Amina");
        await Status(ans, step, "Heeft een afspraak");
        await phone.TimeMachine.Locator("summary").ClickAsync();
        await phone.TurnTime("To after the session");
        await phone.Answered(() => phone.TurnTime("I came"));
        await Status(ans, step, "Is geweest");
        await ans.Keep("referral-attended");
        Assert.Empty(ans.Complaints);
    }

    [Fact]
    public async Task A_youth_is_moved_to_another_site_and_says_that_it_is_right()
    {
        await using var phone = await chromium.NewPhone();
        await phone.Visit("/?code=DEV24");
        await Booking.WalkToTrial(phone, "nl");
        await phone.TapId("interest:Cooking");
        await phone.TapFirst("session:");
        await phone.TapId("age:From18To29");
        await phone.Write("Verhuisje");
        await using var mark = await chromium.NewStaffScreen();
        await mark.SignInAs("Mark");
        await mark.Visit("/staff/search");
        await mark.Page.FillAsync("#Query", "verhuis");
        await mark.Press("Zoek");
        var file = await mark.Page.GetByRole(AriaRole.Link, new() { Name = "Verhuisje" }).GetAttributeAsync("href");
        await mark.Visit(file + "/move");
        Assert.Empty(await Accessibility.Faults(mark.Page));
        await mark.Page.SelectOptionAsync("#To", "hardenberg");
        await mark.Page.FillAsync("#Note", "Kookt graag.");
        mark.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await phone.Answered(() => mark.Press("Verhuizen"));

        await Expect(phone.LastBotLine).ToContainTextAsync("Mark heeft me verteld dat je nu in Hardenberg woont.");
        await phone.TapId("moved:yes");
        await Expect(phone.LastBotLine).ToContainTextAsync("Welkom op je nieuwe plek.");
        await mark.Page.ReloadAsync();
        await Expect(mark.Page.GetByText("Kookt graag.")).ToBeVisibleAsync();
        await mark.Keep("youth-moved");
    }

    // The page keeps itself up to date; a visit makes sure.
    static async Task Status(StaffScreen screen, ILocator step, string status)
    {
        for (var tries = 0; tries < 20 && await step.InnerTextAsync() != status; tries++)
        {
            await Task.Delay(250);
            await screen.Page.ReloadAsync();
        }

        await Expect(step).ToHaveTextAsync(status);
    }
}
