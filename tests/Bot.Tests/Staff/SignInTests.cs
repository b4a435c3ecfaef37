using System.Net;
using MdtChatBot.Bot.Tests.Shell;
using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Tests.Staff;

public sealed class SignInTests(StaffHouse house) : IClassFixture<StaffHouse>
{
    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_and_comes_back_to_the_page()
    {
        using var browser = new StaffBrowser(house.Bot);

        using var answer = await browser.Get("/staff");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/staff/sign-in?back=%2Fstaff", answer.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task A_demo_account_opens_with_one_tap_and_the_page_says_what_it_is()
    {
        using var browser = await StaffBrowser.As(house.Bot, "Sanne");

        var page = await browser.Read("/staff");

        Assert.Contains("Hallo Sanne", page, StringComparison.Ordinal);
        Assert.Contains("Proef: je bent Sanne (Coach)", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sanne@demo.invalid", "")]
    [InlineData("sanne@demo.invalid", "wachtwoord")]
    [InlineData("nobody@mdt.test", "wachtwoord")]
    [InlineData("", "")]
    public async Task A_wrong_password_is_refused_in_the_same_words_whoever_it_is_and_the_address_stays(string email, string password)
    {
        using var browser = new StaffBrowser(house.Bot);

        using var answer = await browser.Submit("/staff/sign-in", ("Email", email), ("Password", password));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Dit e-mailadres en wachtwoord horen niet bij elkaar.", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{email}\"", page, StringComparison.Ordinal);
        if (password.Length > 0) Assert.DoesNotContain($"value=\"{password}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var browser = await StaffBrowser.As(house.Bot, "Ans");

        await browser.Post("/staff/sign-out", await browser.Read("/staff"));

        using var answer = await browser.Get("/staff");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.test/staff")]
    [InlineData("//evil.test")]
    [InlineData("/staff\\evil")]
    [InlineData("javascript:alert(1)")]
    public async Task The_way_back_leads_nowhere_else(string back)
    {
        using var browser = new StaffBrowser(house.Bot);
        var page = await browser.Read("/staff/sign-in");
        var id = (await house.Bot.The<StaffStore>().Accounts(CancellationToken.None))[0].Member.Id.Value;

        using var answer = await browser.Post($"/staff/sign-in?handler=Demo&back={Uri.EscapeDataString(back)}", page, ("demo", $"{id}"));

        Assert.StartsWith("/staff", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var browser = new StaffBrowser(house.Bot);
        using var answer = await browser.Post("/staff/sign-in", ("Email", "x"), ("Password", "y"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Het formulier is te oud", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_kept_nowhere_and_run_nothing_inline()
    {
        using var browser = await StaffBrowser.As(house.Bot, "Sanne");
        foreach (var path in new[] { "/staff", "/staff/sign-in", "/staff/nothing" })
        {
            using var answer = await browser.Get(path);
            Assert.True(answer.Headers.CacheControl?.NoStore, path);
            Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
            Assert.DoesNotMatch("<script(?![^>]* src=)", page);
            Assert.DoesNotMatch(" on[a-z]+=\"", page);
        }
    }

    [Fact]
    public async Task English_is_there_for_a_browser_that_asks_for_it_first()
    {
        using var browser = new StaffBrowser(house.Bot);
        using var answer = await browser.Get("/staff/sign-in", ("Accept-Language", "en-GB,nl;q=0.5"));

        Assert.Contains("<html lang=\"en\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_words()
    {
        using var browser = await StaffBrowser.As(house.Bot, "Sanne");
        using var answer = await browser.Get("/staff/nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Dit is er niet", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_development_there_are_no_demo_accounts_and_only_https()
    {
        await using var bot = await BotUnderTest.Start("Production");
        using var browser = new StaffBrowser(bot);
        var page = await browser.Read("/staff/sign-in");
        Assert.DoesNotContain("handler=Demo", page, StringComparison.Ordinal);

        using var demo = await browser.Post("/staff/sign-in?handler=Demo", page, ("demo", "1"));
        Assert.Equal(HttpStatusCode.NotFound, demo.StatusCode);
        using var plain = await bot.Client().GetAsync("/staff/sign-in");
        Assert.Equal(HttpStatusCode.Forbidden, plain.StatusCode);
    }
}
