using static Microsoft.Playwright.Assertions;

namespace MdtChatBot.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class BookingTests(Chromium chromium)
{
    [Fact]
    public async Task A_youth_books_in_Dutch()
    {
        await using var phone = await chromium.NewPhone();
        await phone.Visit();
        await Expect(phone.Choices).ToHaveCountAsync(1);
        Assert.Empty(await Accessibility.Faults(phone));

        await Booking.WalkToSessions(phone, "nl");
        Assert.Empty(await Accessibility.Faults(phone));
        await Screenshots.KeepForReadme(phone);

        await phone.TapFirst("session:");
        await phone.TapId("age:From18To29");
        await phone.Write(Booking.FirstName);

        await Expect(phone.LastBotLine).ToContainTextAsync(Booking.FirstName);
        await Expect(phone.LastBotLine).ToHaveAttributeAsync("lang", "nl");
        Assert.Empty(await Accessibility.Faults(phone));
        Assert.Empty(phone.Complaints);
        await Screenshots.Keep(phone, "dutch-booked");
    }

    [Fact]
    public async Task A_youth_books_in_Arabic_from_right_to_left()
    {
        await using var phone = await chromium.NewPhone("ar");
        await phone.Visit();
        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");

        await Booking.Walk(phone, "ar");

        await Expect(phone.LastBotLine).ToHaveAttributeAsync("lang", "ar");
        await Expect(phone.LastBotLine).ToHaveAttributeAsync("dir", "rtl");
        await Expect(phone.LastBotLine).ToHaveCSSAsync("direction", "rtl");
        await Expect(phone.LastBotLine).ToContainTextAsync(Booking.FirstName);
        Assert.True(await StandsRight(phone), "what the bot says stands on the right");
        Assert.Empty(await Accessibility.Faults(phone));
        Assert.Empty(phone.Complaints);
        await Screenshots.Keep(phone, "arabic-booked");
    }

    [Fact]
    public async Task A_seat_can_be_booked_with_the_keyboard_alone()
    {
        await using var phone = await chromium.NewPhone();
        await phone.Visit();
        await Expect(phone.Choices).ToHaveCountAsync(1);

        foreach (var choice in new[] { "start", "lang:nl", "consent:yes", "go:trial", "site:deventer", "interest:Cooking", "session:", "age:From18To29" })
            await phone.Answered(() => Keyboard.Choose(phone.Page, choice));
        await phone.Answered(async () =>
        {
            await Keyboard.TabTo(phone.Page, "#words");
            await phone.Page.Keyboard.TypeAsync(Booking.FirstName);
            await phone.Page.Keyboard.PressAsync("Enter");
        });

        await Expect(phone.LastBotLine).ToContainTextAsync(Booking.FirstName);
    }

    [Fact]
    public async Task The_code_of_a_poster_goes_along_with_the_first_word_and_knows_the_site()
    {
        await using var phone = await chromium.NewPhone();
        await phone.Visit("/?code=DEV24");

        await Booking.WalkToTrial(phone, "nl");

        await Expect(phone.Page.Locator("[data-choice='interest:Cooking']")).ToBeVisibleAsync();
        Assert.DoesNotContain("DEV24", phone.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_link_of_an_appointment_leads_to_a_calendar_file()
    {
        await using var phone = await chromium.NewPhone();
        await phone.Visit();
        await Booking.Walk(phone, "nl");
        await phone.Write("AFSPRAAK");
        var link = await phone.LastBotLine.Locator("a[href$='.ics']").GetAttributeAsync("href");

        var file = await phone.Page.APIRequest.GetAsync(link!);

        Assert.Equal(200, file.Status);
        Assert.StartsWith("text/calendar", file.Headers["content-type"], StringComparison.Ordinal);
        Assert.Contains("BEGIN:VEVENT", await file.TextAsync(), StringComparison.Ordinal);
    }

    static async Task<bool> StandsRight(Phone phone)
    {
        var box = await phone.LastBotLine.BoundingBoxAsync() ?? throw new InvalidOperationException("the line is not shown");
        return box.X > phone.Page.ViewportSize!.Width - (box.X + box.Width);
    }
}
