using System.Net;
using MdtChatBot.Bot.Staff;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Staffing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MdtChatBot.Bot.Tests.Staff;

/// <summary>How people come in: the first Admin, who is invited, and who lost a password.</summary>
public sealed class InvitationTests : IAsyncLifetime, IDisposable
{
    readonly Printed _printed = new();
    StaffWorld _world = null!;

    public async Task InitializeAsync() => _world = await StaffWorld.Start(
        services => services.AddSingleton<ILoggerProvider>(_printed),
        ("Logging:LogLevel:MdtChatBot.Bot.Staff.StaffStart", "Warning"),
        ("Bot:PublicUrl", "https://mdt.test"));

    public async Task DisposeAsync() => await _world.DisposeAsync();

    public void Dispose() => _printed.Dispose();

    [Fact]
    public async Task The_first_start_prints_a_link_that_makes_the_first_admin_once()
    {
        var link = new Uri(_printed.Lines.Single(line => line.Contains("no Admin yet", StringComparison.Ordinal)).Split(' ')[^1]);
        using var browser = new StaffBrowser(_world.Bot);

        using var joined = await browser.Submit(link.PathAndQuery, ("Email", "wim@mdt.test"), ("Name", "Wim"), ("Password", StaffWorld.Password), ("Repeated", StaffWorld.Password));

        Assert.Equal("/staff", joined.Headers.Location?.OriginalString);
        Assert.Equal(StaffRole.Admin, (await _world.Staff.AccountOf("wim@mdt.test", CancellationToken.None))!.Member.Role);
        using var second = new StaffBrowser(_world.Bot);
        Assert.Contains("Deze link werkt niet meer", await second.Read(link.PathAndQuery), StringComparison.Ordinal);
        Assert.Null(await _world.Bot.The<StaffLinks>().SetUp(CancellationToken.None));
    }

    [Fact]
    public async Task Who_comes_in_first_makes_a_second_lock_and_sees_nothing_before()
    {
        var link = new Uri((await _world.Bot.The<StaffLinks>().SetUp(CancellationToken.None))!);
        using var browser = new StaffBrowser(_world.Bot);
        await browser.Submit(link.PathAndQuery, ("Email", "wim@mdt.test"), ("Name", "Wim"), ("Password", StaffWorld.Password), ("Repeated", StaffWorld.Password));
        foreach (var path in new[] { "/staff", "/staff/people", "/staff/account", "/staff/audit" })
            Assert.Equal("/staff/account/second-factor", (await browser.Get(path)).Headers.Location?.OriginalString);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.Get("/staff/events?topics=x")).StatusCode);

        var page = await browser.Read("/staff/account/second-factor");
        var (secret, candidate) = (StaffWorld.Inside(page, "secret"), Field(page, "Candidate"));
        using var wrong = await browser.Post("/staff/account/second-factor", page, ("Candidate", candidate), ("Code", "000000"));
        var again = await wrong.Content.ReadAsStringAsync();
        Assert.Equal(secret, StaffWorld.Inside(again, "secret"));
        using var right = await browser.Post("/staff/account/second-factor", again, ("Candidate", Field(again, "Candidate")), ("Code", _world.Code(secret, 0)));

        var codes = System.Text.RegularExpressions.Regex.Matches(await right.Content.ReadAsStringAsync(), "<li>([a-z0-9]{5}-[a-z0-9]{5})</li>").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(10, codes.Count);
        Assert.Contains("Hallo Wim", await browser.Read("/staff"), StringComparison.Ordinal);

        // The telephone is lost: a code from paper opens once.
        using var second = new StaffBrowser(_world.Bot);
        await second.Submit("/staff/sign-in", ("Email", "wim@mdt.test"), ("Password", StaffWorld.Password));
        Assert.Equal("/staff", (await second.Submit("/staff/sign-in/code", ("Code", codes[0].ToUpperInvariant()))).Headers.Location?.OriginalString);
        using var third = new StaffBrowser(_world.Bot);
        await third.Submit("/staff/sign-in", ("Email", "wim@mdt.test"), ("Password", StaffWorld.Password));
        Assert.Equal(HttpStatusCode.OK, (await third.Submit("/staff/sign-in/code", ("Code", codes[0]))).StatusCode);
    }

    [Fact]
    public async Task A_coordinator_invites_a_coach_who_joins_at_that_site()
    {
        await _world.Account("Noor", StaffRole.Coordinator, "deventer");
        using var noor = await _world.SignIn("Noor");
        using var made = await noor.Submit("/staff/people/invite", ("Email", "Sanne@mdt.test"), ("Role", "Coach"), ("Places[deventer]", "first"));
        var link = new Uri(StaffWorld.Inside(await made.Content.ReadAsStringAsync(), "link"));
        Assert.Contains("sanne@mdt.test", await noor.Read("/staff/people"), StringComparison.Ordinal);

        using var sanne = new StaffBrowser(_world.Bot);
        var page = await sanne.Read(link.PathAndQuery);
        Assert.Contains("Je bent uitgenodigd als Coach", page, StringComparison.Ordinal);
        using var joined = await sanne.Submit(link.PathAndQuery, ("Name", "Sanne"), ("Password", StaffWorld.Password), ("Repeated", StaffWorld.Password));

        var account = (await _world.Staff.AccountOf("sanne@mdt.test", CancellationToken.None))!;
        Assert.Equal((StaffRole.Coach, "deventer"), (account.Member.Role, account.Member.PrimaryAt.Single().Value));
        Assert.Contains("uitgenodigd", await noor.Read("/staff/audit"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sanne@mdt.test", "Admin", "deventer", "Kies een rol die je mag geven.")]
    [InlineData("sanne@mdt.test", "Coordinator", "deventer", "Kies een rol die je mag geven.")]
    [InlineData("sanne@mdt.test", "Coach", "utrecht", "Kies minstens één locatie.")]
    [InlineData("sanne@mdt.test", "Boss", "deventer", "Dit begrijpen we niet.")]
    [InlineData("no address", "Coach", "deventer", "Dit is geen e-mailadres.")]
    [InlineData("noor@mdt.test", "Coach", "deventer", "heeft al een account")]
    public async Task What_may_not_be_given_is_refused_at_the_field(string email, string role, string site, string fault)
    {
        await _world.Account("Noor", StaffRole.Coordinator, "deventer");
        using var noor = await _world.SignIn("Noor");

        using var answer = await noor.Submit("/staff/people/invite", ("Email", email), ("Role", role), ($"Places[{site}]", "first"));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(fault, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{email}\"", page, StringComparison.Ordinal);
        Assert.Empty(await _world.Bot.The<InvitationStore>().Waiting(NodaTime.SystemClock.Instance.GetCurrentInstant(), CancellationToken.None));
    }

    [Fact]
    public async Task Who_lost_password_and_telephone_gets_a_link()
    {
        await _world.Account("Noor", StaffRole.Coordinator, "deventer");
        var sanne = await _world.Account("Sanne", StaffRole.Coach, "deventer");
        using var noor = await _world.SignIn("Noor");
        using var made = await noor.Post($"/staff/people/{sanne.Value}?handler=Link", await noor.Read($"/staff/people/{sanne.Value}"), ("frees", "true"));
        var link = new Uri(StaffWorld.Inside(await made.Content.ReadAsStringAsync(), "link"));

        using var browser = new StaffBrowser(_world.Bot);
        using var renewed = await browser.Submit(link.PathAndQuery, ("Password", "vier fietsen in de zon"), ("Repeated", "vier fietsen in de zon"));
        Assert.Equal("/staff/sign-in", renewed.Headers.Location?.OriginalString);
        using var entered = await browser.Submit("/staff/sign-in", ("Email", "sanne@mdt.test"), ("Password", "vier fietsen in de zon"));
        Assert.Equal("/staff", entered.Headers.Location?.OriginalString);
        Assert.Equal("/staff/account/second-factor", (await browser.Get("/staff")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_changed_role_counts_at_once_and_the_last_admin_stays()
    {
        var wim = await _world.Account("Wim", StaffRole.Admin, null);
        var noor = await _world.Account("Noor", StaffRole.Coordinator, "deventer");
        using var admin = await _world.SignIn("Wim");
        using var coordinator = await _world.SignIn("Noor");

        using var placed = await admin.Submit($"/staff/people/{noor.Value}", ("Role", "Coach"), ("Places[utrecht]", "backup"));

        Assert.Equal(HttpStatusCode.Redirect, placed.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Get("/staff/people")).StatusCode);
        Assert.Equal(["utrecht"], (await _world.Staff.Find(noor, CancellationToken.None))!.Sites.Select(s => s.Value));
        using var self = await admin.Post($"/staff/people/{wim.Value}?handler=Close", await admin.Read("/staff"));
        Assert.Equal(HttpStatusCode.NotFound, self.StatusCode);
    }

    [Theory]
    [InlineData("Close")]
    [InlineData("Link")]
    [InlineData("")]
    public async Task A_coordinator_changes_nobody_of_another_site_and_no_admin(string handler)
    {
        await _world.Account("Noor", StaffRole.Coordinator, "deventer");
        var foreign = await _world.Account("Fatima", StaffRole.Coach, "utrecht");
        var admin = await _world.Account("Wim", StaffRole.Admin, null);
        using var noor = await _world.SignIn("Noor");
        foreach (var id in new[] { foreign.Value, admin.Value, 999_999 })
        {
            using var answer = await noor.Post($"/staff/people/{id}?handler={handler}", await noor.Read("/staff"), ("Role", "Coach"), ("Places[deventer]", "first"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.All(await _world.Staff.Accounts(CancellationToken.None), account => Assert.True(account.Active));
    }

    static string Field(string page, string name) => System.Text.RegularExpressions.Regex.Match(page, $"""name="{name}" value="([^"]+)""").Groups[1].Value;

    sealed class Printed : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Lines) Lines.Add(formatter(state, exception));
        }

        public void Dispose() { }
    }
}
