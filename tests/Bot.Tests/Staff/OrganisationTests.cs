using System.Net;
using MdtChatBot.Bot.Staff;
using MdtChatBot.Bot.Tests.Shell;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Staff;

/// <summary>Signing in through the organisation's OpenID Connect provider.</summary>
public sealed class OrganisationTests : IAsyncLifetime, IDisposable
{
    readonly TinyProvider _provider = new();
    StaffWorld _world = null!;

    public async Task InitializeAsync() => _world = await StaffWorld.Start(
        services => services.Configure<OpenIdConnectOptions>(OrganisationSignIn.Scheme, o => o.BackchannelHttpHandler = _provider),
        ("Staff:OpenIdConnect:Authority", TinyProvider.Authority),
        ("Staff:OpenIdConnect:ClientId", "mdt"),
        ("Staff:OpenIdConnect:ClientSecret", "secret"),
        ("Staff:OpenIdConnect:Name", "Gemeente"));

    public async Task DisposeAsync() => await _world.DisposeAsync();

    public void Dispose() => _provider.Dispose();

    [Fact]
    public async Task An_account_of_the_same_address_opens_without_a_code_of_ours()
    {
        await _world.Account("Sanne", StaffRole.Coach, "deventer", secondFactor: false);
        using var browser = new StaffBrowser(_world.Bot);
        Assert.Contains("Inloggen via Gemeente", await browser.Read("/staff/sign-in"), StringComparison.Ordinal);

        using var answer = await SignIn(browser, new() { ["email"] = "Sanne@mdt.test", ["email_verified"] = true });

        Assert.Equal("/staff/sign-in?back=%2Fstaff", answer.Headers.Location?.OriginalString);
        Assert.Contains("Hallo Sanne", await browser.Read("/staff"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_of_the_same_address_becomes_an_account()
    {
        var wim = (await _world.Staff.Find(await _world.Account("Wim", StaffRole.Admin, null), CancellationToken.None))!;
        var entry = new AuditEntry(wim.Id, "people.invited", null, null, "", SystemClock.Instance.GetCurrentInstant());
        await _world.Bot.The<StaffLinks>().Invite(wim, "noor@mdt.test", StaffRole.Coordinator, [new WorkPlace(new SiteId("deventer"), true)], false, entry, CancellationToken.None);
        using var browser = new StaffBrowser(_world.Bot);

        await SignIn(browser, new() { ["email"] = "noor@mdt.test", ["name"] = "Noor" });

        Assert.Contains("Hallo Noor", await browser.Read("/staff"), StringComparison.Ordinal);
        Assert.Equal(StaffRole.Coordinator, (await _world.Staff.AccountOf("noor@mdt.test", CancellationToken.None))!.Member.Role);
    }

    [Fact]
    public async Task Who_is_not_invited_is_told_so_and_gets_no_account()
    {
        using var browser = new StaffBrowser(_world.Bot);

        using var answer = await SignIn(browser, new() { ["email"] = "stranger@mdt.test" });

        Assert.Contains("hier heb je nog geen account", await browser.Read(answer.Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.Null(await _world.Staff.AccountOf("stranger@mdt.test", CancellationToken.None));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/staff")).StatusCode);
    }

    [Fact]
    public async Task An_address_that_the_provider_did_not_check_opens_nothing()
    {
        await _world.Account("Sanne", StaffRole.Coach, "deventer");
        await Refused(new() { ["email"] = "sanne@mdt.test", ["email_verified"] = false });
    }

    [Fact]
    public async Task A_closed_account_opens_nothing()
    {
        var sanne = await _world.Account("Sanne", StaffRole.Coach, "deventer");
        await _world.Staff.SetActive(sanne, false, Passwords.NewStamp(), new AuditEntry(null, "people.closed", null, null, "", SystemClock.Instance.GetCurrentInstant()), CancellationToken.None);
        await Refused(new() { ["email"] = "sanne@mdt.test" });
    }

    [Fact]
    public async Task A_token_signed_by_another_opens_nothing()
    {
        await _world.Account("Sanne", StaffRole.Coach, "deventer");
        _provider.SignsWithAnotherKey = true;
        await Refused(new() { ["email"] = "sanne@mdt.test" });
    }

    [Fact]
    public async Task A_token_without_our_nonce_opens_nothing()
    {
        await _world.Account("Sanne", StaffRole.Coach, "deventer");
        _provider.ForgetsNonce = true;
        await Refused(new() { ["email"] = "sanne@mdt.test" });
    }

    [Fact]
    public async Task Another_browser_cannot_use_the_answer()
    {
        await _world.Account("Sanne", StaffRole.Coach, "deventer");
        using var browser = new StaffBrowser(_world.Bot);
        var answer = _provider.SignIn(await Ask(browser), new() { ["email"] = "sanne@mdt.test" });
        using var thief = new StaffBrowser(_world.Bot);

        await thief.Get(new Uri(answer).PathAndQuery);

        Assert.Equal(HttpStatusCode.Redirect, (await thief.Get("/staff")).StatusCode);
    }

    [Theory]
    [InlineData("Staff:OpenIdConnect:Authority", "http://login.test")]
    [InlineData("Staff:OpenIdConnect:ClientId", "")]
    [InlineData("Staff:OpenIdConnect:ClientSecret", "")]
    [InlineData("Staff:IdleHours", "20")]
    [InlineData("Staff:SessionHours", "100")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string setting, string value)
    {
        (string Name, string Value)[] right =
        [
            ("Staff:OpenIdConnect:Authority", TinyProvider.Authority), ("Staff:OpenIdConnect:ClientId", "mdt"), ("Staff:OpenIdConnect:ClientSecret", "secret"),
        ];
        var thrown = await Record.ExceptionAsync(() => BotUnderTest.Start("Production", [.. right.Where(s => s.Name != setting), (setting, value)]));
        Assert.Contains(setting, StartUpFailure.Explain(Assert.IsType<OptionsValidationException>(thrown)), StringComparison.Ordinal);
    }

    async Task Refused(Dictionary<string, object> claims)
    {
        using var browser = new StaffBrowser(_world.Bot);
        using var answer = await SignIn(browser, claims);
        Assert.Equal("/staff/sign-in?trouble=organisation", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/staff")).StatusCode);
    }

    async Task<HttpResponseMessage> SignIn(StaffBrowser browser, Dictionary<string, object> claims) =>
        await browser.Get(new Uri(_provider.SignIn(await Ask(browser), claims)).PathAndQuery);

    static async Task<Uri> Ask(StaffBrowser browser)
    {
        using var asked = await browser.Get("/staff/sign-in?handler=Organisation");
        Assert.Equal(TinyProvider.Authority + "/authorize", asked.Headers.Location?.GetLeftPart(UriPartial.Path));
        return asked.Headers.Location!;
    }
}
