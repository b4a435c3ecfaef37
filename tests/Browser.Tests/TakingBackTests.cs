using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MdtChatBot.Browser.Tests;

/// <summary>What a youth wrote is theirs: they delete it, or write it anew.</summary>
[Collection(BrowserTests.Name)]
public sealed class TakingBackTests(Chromium chromium)
{
    const string Gone = "Dit bericht heb je verwijderd";

    [Fact]
    public async Task A_message_that_is_deleted_is_gone_also_after_a_reload()
    {
        await using var phone = await Talking("mijn geheim");

        await Own(phone).GetByRole(AriaRole.Button, new() { Name = "Dit bericht aanpassen of verwijderen" }).ClickAsync();
        Assert.Empty(await Accessibility.Faults(phone));
        await Own(phone).ScreenshotAsync(new() { Path = Repository.Artifact("taking-back.png") });
        await Own(phone).GetByRole(AriaRole.Button, new() { Name = "Verwijderen", Exact = true }).ClickAsync();

        await Expect(Own(phone).Locator(".body")).ToHaveTextAsync(Gone);
        await Expect(Own(phone).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await UntilServerKnows(phone);
        await Expect(Own(phone).Locator(".body")).ToHaveTextAsync(Gone);
        await Expect(phone.Page.GetByText("mijn geheim")).ToHaveCountAsync(0);
        Assert.Empty(await Accessibility.Faults(phone));
    }

    [Fact]
    public async Task A_message_that_is_written_anew_is_answered_and_the_old_one_is_gone()
    {
        await using var phone = await Talking("kost het gelt");

        await Own(phone).Locator(".more").ClickAsync();
        await Own(phone).GetByRole(AriaRole.Button, new() { Name = "Aanpassen", Exact = true }).ClickAsync();
        await Expect(phone.Page.Locator("#words")).ToHaveValueAsync("kost het gelt");
        await phone.Write("wat is mdt");

        await Expect(phone.Page.GetByText("kost het gelt")).ToHaveCountAsync(0);
        await Expect(phone.Lines.Filter(new() { HasText = Gone })).ToHaveCountAsync(1);
        await Expect(Own(phone).Locator(".body")).ToHaveTextAsync("wat is mdt");
        Assert.Contains("MDT", await phone.LastWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_tapped_in_the_middle_of_that_takes_nothing_back()
    {
        await using var phone = await Talking("wat is mdt");

        await Own(phone).Locator(".more").ClickAsync();
        await Own(phone).GetByRole(AriaRole.Button, new() { Name = "Aanpassen", Exact = true }).ClickAsync();
        await phone.TapFirst("go:");

        await Expect(phone.Lines.Filter(new() { HasText = Gone })).ToHaveCountAsync(0);
        await Expect(phone.Page.Locator("#words")).ToHaveValueAsync("wat is mdt");
    }

    [Fact]
    public async Task The_keyboard_opens_and_closes_the_two_buttons()
    {
        await using var phone = await Talking("mijn geheim");

        await Own(phone).Locator(".more").FocusAsync();
        await phone.Page.Keyboard.PressAsync("Enter");
        await phone.Page.Keyboard.PressAsync("Tab");
        await Expect(Own(phone).GetByRole(AriaRole.Button, new() { Name = "Aanpassen", Exact = true })).ToBeFocusedAsync();
        await phone.Page.Keyboard.PressAsync("Escape");

        await Expect(Own(phone).Locator(".more")).ToBeFocusedAsync();
        await Expect(Own(phone).GetByRole(AriaRole.Button, new() { Name = "Verwijderen", Exact = true })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Nobody_takes_back_what_another_wrote()
    {
        using var one = new Visitor(chromium.Bot.Address);
        using var other = new Visitor(chromium.Bot.Address);
        await one.Begin();
        await one.Say("Van mij");
        var line = (await one.Listen(until: l => l.Words == "Van mij")).Single(l => l.Words == "Van mij");
        await other.Begin();
        await other.Say("Hoi");

        using var taken = await other.Post($$"""{"id":"{{Guid.NewGuid()}}","takesBack":{{line.Id}}}""");
        await other.Say("Nederlands");
        await other.Listen(until: l => l.Words == "Nederlands");

        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        Assert.Contains(await one.Listen(until: l => l.Words == "Van mij"), l => l.Id == line.Id);
    }

    async Task<Phone> Talking(string words)
    {
        var phone = await chromium.NewPhone();
        await phone.Visit();
        await Booking.WalkToConsent(phone, "nl");
        await phone.Write(words);
        return phone;
    }

    static ILocator Own(Phone phone) => phone.Page.Locator("#log .bubble.youth").Last;

    // A deletion that is not with the server yet survives a reload too; here the server itself must say it.
    static async Task UntilServerKnows(Phone phone)
    {
        await phone.Page.WaitForFunctionAsync("() => localStorage.getItem('mdt.unsent') === null");
        await phone.Page.ReloadAsync();
    }
}
