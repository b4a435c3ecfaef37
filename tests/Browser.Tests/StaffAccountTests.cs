using MdtChatBot.Bot.Staff;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MdtChatBot.Browser.Tests;

/// <summary>Coming in, and looking after accounts.</summary>
[Collection(BrowserTests.Name)]
public sealed class StaffAccountTests(Chromium chromium)
{
    public static TheoryData<string, string, int> Pages => new()
    {
        { "/staff/sign-in", "", 0 }, { "/staff/sign-in", "", 1 },
        { "/staff", "Sanne", 0 }, { "/staff", "Wim", 1 },
        { "/staff/account", "Sanne", 0 }, { "/staff/account", "Noor", 1 },
        { "/staff/account/password", "Sanne", 0 }, { "/staff/account/second-factor", "Sanne", 0 },
        { "/staff/account/passkeys", "Sanne", 0 }, { "/staff/account/alerts", "Sanne", 0 },
        { "/staff/people", "Wim", 0 }, { "/staff/people", "Noor", 1 },
        { "/staff/people/invite", "Wim", 0 }, { "/staff/people/1", "Wim", 0 },
        { "/staff/audit", "Wim", 0 }, { "/staff/audit", "Wim", 1 },
        { "/staff/nothing", "Sanne", 0 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_readable_by_everybody_and_fits_the_screen(string path, string member, int size)
    {
        await using var screen = await chromium.NewStaffScreen((ScreenSize)size);
        if (member.Length > 0) await screen.SignInAs(member);
        await screen.Visit(path);

        Assert.Empty(await Accessibility.Faults(screen.Page));
        Assert.False(await screen.IsTooWide(), "the page is wider than the screen");
        // A page that is not there is a failed request, rightly so.
        Assert.DoesNotContain(screen.Complaints, c => !c.Contains("404", StringComparison.Ordinal));
        await screen.Keep($"{path[1..].Replace('/', '-')}-{member}-{(ScreenSize)size}");
    }

    [Fact]
    public async Task Somebody_signs_in_and_saves_their_account_with_scripts_off()
    {
        await using var screen = await chromium.NewStaffScreen(scripts: false);
        await screen.SignInAs("Fatima");
        await screen.Visit("/staff/account");
        await screen.Page.FillAsync("#Name", "Fatima A");
        await screen.Page.FillAsync("#hours-Monday", "9-13");
        await screen.Press("Opslaan");

        await Expect(screen.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Opgeslagen.");
        await Expect(screen.Page.Locator("#hours-Monday")).ToHaveValueAsync("09:00-13:00");
        await screen.Press("Uitloggen");
        await Expect(screen.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Inloggen");
    }

    [Fact]
    public async Task An_invited_person_joins_makes_a_second_lock_and_comes_in_with_it()
    {
        await using var wim = await chromium.NewStaffScreen(ScreenSize.Desk);
        await wim.SignInAs("Wim");
        await wim.Visit("/staff/people/invite");
        await wim.Page.FillAsync("#Email", "nieuw@mdt.test");
        await wim.Page.CheckAsync("input[name=Role][value=Coach]");
        await wim.Page.SelectOptionAsync("#place-deventer", "first");
        await wim.Press("Maak een link");
        var link = new Uri(await wim.Page.InnerTextAsync("#link"));

        await using var screen = await chromium.NewStaffScreen();
        await screen.Visit(link.PathAndQuery);
        Assert.Empty(await Accessibility.Faults(screen.Page));
        await screen.Page.FillAsync("#Name", "Nieuw");
        await screen.Page.FillAsync("#Password", "drie fietsen in de regen");
        await screen.Page.FillAsync("#Repeated", "drie fietsen in de regen");
        await screen.Press("Beginnen");
        await Expect(screen.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Hallo Nieuw");

        await screen.Visit("/staff/account/second-factor");
        var secret = await screen.Page.InnerTextAsync("#secret");
        await screen.Page.FillAsync("#Code", Totp.Code(secret, Totp.Step(DateTimeOffset.UtcNow)));
        await screen.Press("Aanzetten");
        await Expect(screen.Page.Locator("#codes li")).ToHaveCountAsync(10);
        Assert.Empty(await Accessibility.Faults(screen.Page));
        var recovery = await screen.Page.Locator("#codes li").First.InnerTextAsync();

        await screen.Press("Uitloggen");
        await screen.Page.FillAsync("#Email", "nieuw@mdt.test");
        await screen.Page.FillAsync("#Password", "drie fietsen in de regen");
        await screen.Press("Inloggen");
        Assert.Empty(await Accessibility.Faults(screen.Page));
        await screen.Page.FillAsync("#Code", recovery);
        await screen.Press("Inloggen");
        await Expect(screen.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Hallo Nieuw");
        Assert.Empty(screen.Complaints);
    }

    [Fact]
    public async Task Somebody_signs_in_with_the_lock_of_their_telephone()
    {
        await using var screen = await chromium.NewStaffScreen();
        var debugger = await screen.Page.Context.NewCDPSessionAsync(screen.Page);
        await debugger.SendAsync("WebAuthn.enable");
        await debugger.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await screen.SignInAs("Mark");
        await screen.Visit("/staff/account/passkeys");
        await screen.Page.FillAsync("#Name", "mijn telefoon");
        await screen.Press("Passkey maken");
        await Expect(screen.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Je passkey staat klaar");
        await screen.Press("Uitloggen");

        await screen.Press("Inloggen met een passkey");

        await Expect(screen.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Hallo Mark");
        Assert.Empty(screen.Complaints);
    }

    [Fact]
    public async Task The_language_of_the_pages_is_a_choice()
    {
        await using var screen = await chromium.NewStaffScreen(ScreenSize.Desk);
        await screen.SignInAs("Jelle");
        await screen.Visit("/staff/account");
        await screen.Page.CheckAsync("input[name=Shown][value=en]");
        await screen.Press("Opslaan");

        await Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(screen.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("My account");
        await screen.Page.CheckAsync("input[name=Shown][value=nl]");
        await screen.Press("Save");
        await Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("lang", "nl");
    }
}
