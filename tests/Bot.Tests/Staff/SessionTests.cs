using System.Net;
using MdtChatBot.Bot.Staff;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Bot.Tests.Staff;

/// <summary>Signing in as it is for real: password and code, and when a session ends.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    StaffWorld _world = null!;

    public async Task InitializeAsync()
    {
        _world = await StaffWorld.Start();
        await _world.Account("Sanne", StaffRole.Coach, "deventer");
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Password_and_code_open_and_a_code_opens_once()
    {
        using var browser = new StaffBrowser(_world.Bot);
        await browser.Submit("/staff/sign-in", ("Email", " SANNE@mdt.test"), ("Password", StaffWorld.Password));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/staff")).StatusCode);
        var code = _world.Code("Sanne");

        Assert.Equal("/staff", (await browser.Submit("/staff/sign-in/code", ("Code", code))).Headers.Location!.OriginalString);
        await browser.Read("/staff");

        using var second = new StaffBrowser(_world.Bot);
        await second.Submit("/staff/sign-in", ("Email", "sanne@mdt.test"), ("Password", StaffWorld.Password));
        using var again = await second.Submit("/staff/sign-in/code", ("Code", code));
        Assert.Contains("Deze code klopt niet", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await second.Get("/staff")).StatusCode);
    }

    [Fact]
    public async Task The_code_is_not_asked_of_who_gave_no_password()
    {
        using var browser = new StaffBrowser(_world.Bot);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/staff/sign-in/code")).StatusCode);
        using var posted = await browser.Post("/staff/sign-in/code", await browser.Read("/staff/sign-in"), ("Code", _world.Code("Sanne")));
        Assert.StartsWith("/staff/sign-in", posted.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("", browser.Cookie("mdt-staff"));
    }

    [Theory]
    [InlineData("sanne@mdt.test")]
    [InlineData("nobody@mdt.test")]
    public async Task After_eight_wrong_passwords_even_the_right_one_waits_a_quarter_of_an_hour(string email)
    {
        using var browser = new StaffBrowser(_world.Bot);
        for (var i = 0; i < Attempts.MostForOne; i++)
        {
            using var wrong = await browser.Submit("/staff/sign-in", ("Email", email), ("Password", $"guess number {i}"));
            Assert.Contains("horen niet bij elkaar", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var locked = await browser.Submit("/staff/sign-in", ("Email", email), ("Password", StaffWorld.Password));
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        Assert.Contains("Wacht een kwartier", await locked.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        _world.Wait(TimeSpan.FromMinutes(16));
        using var later = await browser.Submit("/staff/sign-in", ("Email", email), ("Password", StaffWorld.Password));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, later.StatusCode);
    }

    [Fact]
    public async Task Guessing_codes_is_limited()
    {
        using var browser = new StaffBrowser(_world.Bot);
        await browser.Submit("/staff/sign-in", ("Email", "sanne@mdt.test"), ("Password", StaffWorld.Password));
        for (var i = 0; i < Attempts.MostForOne; i++) await browser.Submit("/staff/sign-in/code", ("Code", "abcde-fghjk"));

        using var right = await browser.Submit("/staff/sign-in/code", ("Code", _world.Code("Sanne")));

        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.Equal("", browser.Cookie("mdt-staff"));
    }

    [Fact]
    public async Task Guessing_from_one_network_is_limited_whatever_is_guessed()
    {
        using var browser = new StaffBrowser(_world.Bot);
        var page = await browser.Read("/staff/sign-in");
        for (var i = 0; i < Attempts.MostForNetwork; i++) await _world.Bot.The<FailureStore>().Add([NetworkKey()], Now(), Now() + NodaTime.Duration.FromMinutes(15), CancellationToken.None);

        using var right = await browser.Post("/staff/sign-in", page, ("Email", "sanne@mdt.test"), ("Password", StaffWorld.Password));
        using var link = await browser.Get("/staff/welcome?token=x");

        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.Contains("Deze link werkt niet meer", await link.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_without_use_also_where_a_page_stays_open()
    {
        using var browser = await _world.SignIn("Sanne");
        for (var i = 0; i < 9; i++)
        {
            _world.Wait(TimeSpan.FromHours(1));
            using var live = await browser.Get("/staff", ("X-Live", "1"));
            Assert.Equal(i < 7 ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, live.StatusCode);
        }
    }

    [Fact]
    public async Task Who_goes_on_working_stays_and_after_twelve_hours_signs_in_anew()
    {
        using var browser = await _world.SignIn("Sanne");
        for (var hour = 1; hour < 12; hour++)
        {
            _world.Wait(TimeSpan.FromHours(1));
            await browser.Read("/staff");
        }

        _world.Wait(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/staff")).StatusCode);
    }

    [Fact]
    public async Task Another_password_ends_all_other_sessions()
    {
        using var here = await _world.SignIn("Sanne");
        using var there = await _world.SignIn("Sanne");

        using var saved = await here.Submit("/staff/account/password", ("Current", StaffWorld.Password), ("Password", "vier fietsen in de zon"), ("Repeated", "vier fietsen in de zon"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        await here.Read("/staff");
        Assert.Equal(HttpStatusCode.Redirect, (await there.Get("/staff")).StatusCode);
    }

    [Theory]
    [InlineData("not my password", "vier fietsen in de zon", "vier fietsen in de zon", "Dit is niet je wachtwoord.")]
    [InlineData(StaffWorld.Password, "kort", "kort", "Dit is te kort")]
    [InlineData(StaffWorld.Password, "vier fietsen in de zon", "vijf fietsen in de zon", "zijn niet gelijk")]
    public async Task What_is_wrong_with_a_new_password_is_told(string current, string password, string repeated, string fault)
    {
        using var browser = await _world.SignIn("Sanne");
        using var answer = await browser.Submit("/staff/account/password", ("Current", current), ("Password", password), ("Repeated", repeated));
        Assert.Contains(fault, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once()
    {
        using var browser = await _world.SignIn("Sanne");
        var sanne = (await _world.Staff.AccountOf("sanne@mdt.test", CancellationToken.None))!.Member.Id;

        await _world.Staff.SetActive(sanne, false, Passwords.NewStamp(), new AuditEntry(null, "people.closed", null, null, "", Now()), CancellationToken.None);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/staff")).StatusCode);
        using var again = await browser.Submit("/staff/sign-in", ("Email", "sanne@mdt.test"), ("Password", StaffWorld.Password));
        Assert.Contains("horen niet bij elkaar", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_that_was_made_up_opens_nothing()
    {
        using var browser = await _world.SignIn("Sanne");
        var cookie = browser.Cookie("mdt-staff");
        using var thief = new StaffBrowser(_world.Bot);
        thief.Steal("mdt-staff", cookie[..^6] + "AAAAAA");
        Assert.Equal(HttpStatusCode.Redirect, (await thief.Get("/staff")).StatusCode);
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_of_scripts_and_go_over_https_only()
    {
        using var browser = new StaffBrowser(_world.Bot);
        using var page = await browser.Get("/staff/sign-in");
        using var half = await browser.Submit("/staff/sign-in", ("Email", "sanne@mdt.test"), ("Password", StaffWorld.Password));
        using var whole = await browser.Submit("/staff/sign-in/code", ("Code", _world.Code("Sanne")));
        var cookies = new[] { page, half, whole }.SelectMany(answer => answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []).Select(c => c.ToLowerInvariant()).ToList();
        Assert.True(cookies.Count >= 3);
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("path=/staff", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", cookie, StringComparison.Ordinal);
            Assert.Contains("httponly", cookie, StringComparison.Ordinal);
            Assert.Contains("samesite", cookie, StringComparison.Ordinal);
        });
    }

    static NodaTime.Instant Now() => NodaTime.SystemClock.Instance.GetCurrentInstant();

    // The test server has no address for who asks.
    static string NetworkKey() => Tokens.Hash("network:");
}
