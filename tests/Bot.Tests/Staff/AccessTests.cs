using System.Net;
using MdtChatBot.Bot.Staff;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Staff;

/// <summary>
/// Role × page × foreign site: every address of the console, for everybody. An address that has no line in the table fails the test.
/// </summary>
public sealed class AccessTests(AccessTests.House house) : IClassFixture<AccessTests.House>
{
    static readonly StaffRole[] Everybody = [StaffRole.Coach, StaffRole.BalieWorker, StaffRole.Coordinator, StaffRole.Admin];
    static readonly StaffRole[] Planners = [StaffRole.BalieWorker, StaffRole.Coordinator, StaffRole.Admin];
    static readonly StaffRole[] Coaches = [StaffRole.Coach, StaffRole.Coordinator, StaffRole.Admin];
    static readonly StaffRole[] Coordinators = [StaffRole.Coordinator, StaffRole.Admin];

    /// <summary>
    /// Template of the route → who gets in, and where to: <c>{Mark}</c> and the like are things of Deventer, made by the house. A page about one
    /// of them is not there for who works elsewhere.
    /// </summary>
    static readonly Dictionary<string, Line> Table = new()
    {
        ["staff"] = Signed("/staff"),
        ["staff/events"] = Signed("/staff/events?topics=x") with { IsStream = true },
        ["staff/sign-in"] = Open("/staff/sign-in"),
        ["staff/sign-in/code"] = Open("/staff/sign-in/code"),
        ["staff/sign-out"] = Open("/staff/sign-out"),
        ["staff/welcome"] = Open("/staff/welcome?token=x"),
        ["staff/fault/{code:int}"] = Open("/staff/fault/404"),
        ["staff/account"] = Signed("/staff/account"),
        ["staff/account/password"] = Signed("/staff/account/password"),
        ["staff/account/second-factor"] = Signed("/staff/account/second-factor"),
        ["staff/account/passkeys"] = Signed("/staff/account/passkeys"),
        ["staff/account/alerts"] = Signed("/staff/account/alerts"),
        ["staff/people"] = Only(Coordinators, "/staff/people"),
        ["staff/people/invite"] = Only(Coordinators, "/staff/people/invite"),
        ["staff/people/{id:long}"] = Only(Coordinators, "/staff/people/{Sanne}") with { IsOfDeventer = true },
        ["staff/audit"] = Only(Coordinators, "/staff/audit"),
        ["staff/programme"] = Signed("/staff/programme"),
        ["staff/programme/new-session"] = Only(Planners, "/staff/programme/new-session?site=deventer") with { IsOfDeventer = true },
        ["staff/programme/sessions/{id:long}"] = Only(Planners, "/staff/programme/sessions/{Session}") with { IsOfDeventer = true },
        ["staff/programme/sessions/{id:long}/cancel"] = Only(Planners, "/staff/programme/sessions/{Session}/cancel") with { IsOfDeventer = true },
        ["staff/programme/events"] = Signed("/staff/programme/events"),
        ["staff/programme/new-event"] = Only(Planners, "/staff/programme/new-event?site=deventer") with { IsOfDeventer = true },
        ["staff/programme/events/{id:long}"] = Signed("/staff/programme/events/{Event}") with { IsOfDeventer = true },
        ["staff/programme/events/{id:long}/change"] = Only(Planners, "/staff/programme/events/{Event}/change") with { IsOfDeventer = true },
        ["staff/programme/events/{id:long}/cancel"] = Only(Planners, "/staff/programme/events/{Event}/cancel") with { IsOfDeventer = true },
        ["staff/programme/events/{id:long}/check-in"] = Signed("/staff/programme/events/{Event}/check-in") with { IsOfDeventer = true },
        ["staff/programme/sites"] = Only(Coordinators, "/staff/programme/sites"),
        ["staff/programme/sites/{id}"] = Only(Coordinators, "/staff/programme/sites/deventer") with { IsOfDeventer = true },
        ["staff/programme/new-site"] = Only([], "/staff/programme/new-site"),
        ["staff/programme/projects"] = Only(Coordinators, "/staff/programme/projects"),
        ["staff/programme/projects/{id}"] = Only(Coordinators, "/staff/programme/projects/koffie-met-ouderen") with { IsOfDeventer = true },
        ["staff/programme/new-project"] = Only(Coordinators, "/staff/programme/new-project"),
        ["staff/programme/organisations"] = Only(Coordinators, "/staff/programme/organisations"),
        ["staff/programme/organisations/{id:long}"] = Only(Coordinators, "/staff/programme/organisations/1"),
        ["staff/programme/new-organisation"] = Only(Coordinators, "/staff/programme/new-organisation"),
        ["staff/sessions/{id:long}/attendance"] = Signed("/staff/sessions/{Session}/attendance") with { IsOfDeventer = true },
        ["staff/sessions/{id:long}/door"] = Signed("/staff/sessions/{Session}/door") with { IsOfDeventer = true },
        ["staff/handoffs"] = Only(Coaches, "/staff/handoffs"),
        ["staff/youths/{id:long}"] = Only(Coaches, "/staff/youths/{youth}") with { IsOfDeventer = true },
        ["staff/youths/{id:long}/phrases"] = Only(Coaches, "/staff/youths/{youth}/phrases") with { IsOfDeventer = true },
        ["staff/youths/{id:long}/seats"] = Only(Coaches, "/staff/youths/{youth}/seats") with { IsOfDeventer = true },
        ["staff/youths/{id:long}/hand-over"] = Only(Coaches, "/staff/youths/{youth}/hand-over") with { IsOfDeventer = true },
        ["staff/referrals"] = Signed("/staff/referrals"),
        ["staff/referrals/new"] = Signed("/staff/referrals/new"),
        ["staff/referrals/{id:long}"] = Signed("/staff/referrals/{referral}") with { IsOfDeventer = true },
        ["staff/codes"] = Signed("/staff/codes"),
        ["staff/codes/new"] = Signed("/staff/codes/new"),
        ["staff/codes/{code}"] = Signed("/staff/codes/DEV24") with { IsOfDeventer = true },
        ["staff/codes/{code}/poster"] = Signed("/staff/codes/DEV24/poster") with { IsOfDeventer = true },
        ["staff/codes/{code}/cards"] = Signed("/staff/codes/DEV24/cards") with { IsOfDeventer = true },
        ["staff/codes/{code}/qr.{kind}"] = Signed("/staff/codes/DEV24/qr.svg") with { IsOfDeventer = true },
        ["staff/youths/{youth:long}/move"] = Signed("/staff/youths/{youth}/move") with { IsOfDeventer = true },
        ["staff/search"] = Signed("/staff/search"),
        ["staff/invitations"] = Only(Planners, "/staff/invitations"),
        ["staff/invitations/new"] = Only(Planners, "/staff/invitations/new"),
        ["staff/invitations/{id:long}"] = Only(Planners, "/staff/invitations/{round}") with { IsOfDeventer = true },
        ["staff/invitations/{id:long}/plan"] = Only(Planners, "/staff/invitations/{round}/plan") with { IsOfDeventer = true },
        ["staff/numbers"] = Only(Coordinators, "/staff/numbers"),
        ["staff/trouble"] = Only(Coordinators, "/staff/trouble"),
        ["staff/misunderstood"] = Only(Coaches, "/staff/misunderstood"),
        ["staff/languages"] = Only(Coordinators, "/staff/languages"),
        ["staff/templates"] = Only(Coordinators, "/staff/templates"),
        ["staff/clips"] = Only(Coordinators, "/staff/clips"),
        ["staff/clips/one"] = Only(Coordinators, "/staff/clips/one?key=mdt.benefits&language=nl"),
        ["staff/texts"] = Only(Coordinators, "/staff/texts"),
        ["staff/texts/{key}"] = Only(Coordinators, "/staff/texts/menu.body?language=ar&site=deventer") with { IsOfDeventer = true },
        ["staff/costs"] = Only(Coordinators, "/staff/costs"),
    };

    [Fact]
    public void Every_address_of_the_console_has_a_line() => Assert.Equal(Table.Keys.Order(StringComparer.Ordinal), house.Templates.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Who_is_not_signed_in_is_asked_to_unless_the_page_is_for_everybody(string template)
    {
        using var nobody = new StaffBrowser(house.Bot);
        var line = Table[template];
        using var answer = await nobody.Get(house.Path(line.Path));
        if (line.Roles.Count == 0)
        {
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{answer.StatusCode}");
        }
        else if (line.IsStream)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
        else
        {
            Assert.StartsWith("/staff/sign-in?back=", answer.Headers.Location?.PathAndQuery, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(TemplatesAndRoles))]
    public async Task A_role_gets_in_where_it_may_and_nowhere_else(string template, StaffRole role)
    {
        var line = Table[template];
        if (line.Roles.Count == 0) return;
        var browser = house.At(role);
        using var answer = await browser.Get(house.Path(line.Path));
        Assert.Equal(line.Roles.Contains(role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        if (line.Roles.Contains(role)) return;
        using var posted = await browser.Post(house.Path(line.Path), await browser.Read("/staff"));
        Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
    }

    [Theory]
    [MemberData(nameof(TemplatesAndRoles))]
    public async Task What_is_of_another_site_is_not_there(string template, StaffRole role)
    {
        var line = Table[template];
        if (!line.IsOfDeventer || !line.Roles.Contains(role) || role is StaffRole.Admin) return;
        var browser = house.Elsewhere(role);
        using var answer = await browser.Get(house.Path(line.Path));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using var posted = await browser.Post(house.Path(line.Path), await browser.Read("/staff"));
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
    }

    public static TheoryData<string> Templates() => [.. Table.Keys];

    public static TheoryData<string, StaffRole> TemplatesAndRoles()
    {
        var all = new TheoryData<string, StaffRole>();
        foreach (var template in Table.Keys)
            foreach (var role in Everybody) all.Add(template, role);
        return all;
    }

    static Line Open(string path) => new(path, []);

    static Line Signed(string path) => new(path, Everybody);

    static Line Only(IReadOnlyList<StaffRole> roles, string path) => new(path, [.. roles.Append(StaffRole.Admin).Distinct()]);

    /// <param name="Path">With the names of things of Deventer in braces.</param>
    /// <param name="Roles">Who gets in; empty: everybody, also who is not signed in.</param>
    sealed record Line(string Path, IReadOnlyList<StaffRole> Roles)
    {
        /// <summary>About one thing of Deventer: not there for who works in Utrecht.</summary>
        public bool IsOfDeventer { get; init; }

        /// <summary>No page that would lead to signing in.</summary>
        public bool IsStream { get; init; }
    }

    /// <summary>A program with a member of each role in Deventer and in Utrecht, and things of Deventer to look at.</summary>
    public sealed class House : IAsyncLifetime
    {
        static readonly SiteId Utrecht = new("utrecht");

        readonly StaffHouse _house = new();
        readonly Dictionary<StaffRole, StaffBrowser> _here = [];
        readonly Dictionary<StaffRole, StaffBrowser> _elsewhere = [];
        readonly Dictionary<string, string> _things = [];

        public Shell.BotUnderTest Bot => _house.Bot;

        public IReadOnlyList<string> Templates =>
            [.. Bot.The<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText!.Trim('/')).Where(t => t.StartsWith("staff", StringComparison.Ordinal)).Distinct()];

        public StaffBrowser At(StaffRole role) => _here[role];

        public StaffBrowser Elsewhere(StaffRole role) => _elsewhere[role];

        public string Path(string path) => _things.Aggregate(path, (to, thing) => to.Replace($"{{{thing.Key}}}", thing.Value, StringComparison.Ordinal));

        public async Task InitializeAsync()
        {
            await _house.InitializeAsync();
            foreach (var (role, name) in new[] { (StaffRole.Coach, "Sanne"), (StaffRole.BalieWorker, "Ans"), (StaffRole.Coordinator, "Noor"), (StaffRole.Admin, "Wim") })
            {
                _here[role] = await StaffBrowser.As(Bot, name);
                if (role is not StaffRole.Admin) _elsewhere[role] = await InUtrecht(role);
            }

            await MakeThings();
        }

        public async Task DisposeAsync()
        {
            foreach (var browser in _here.Values.Concat(_elsewhere.Values)) browser.Dispose();
            await _house.DisposeAsync();
        }

        // Everything that a line's path names. All of it belongs to Deventer.
        async Task MakeThings()
        {
            foreach (var account in await Bot.The<StaffStore>().Accounts(CancellationToken.None)) _things[account.Member.Name] = $"{account.Member.Id.Value}";
            var now = Bot.The<MdtChatBot.Bot.Time.BotClock>().GetCurrentInstant();
            var sessions = (await Bot.The<ProgrammeStore>().Current(now, CancellationToken.None)).Sessions;
            _things["Session"] = $"{sessions.First(s => s.Event is null && s.Site.Value == "deventer" && s.Starts > now + Duration.FromHours(1)).Id.Value}";
            _things["Event"] = $"{sessions.First(s => s.Event is not null && s.Site.Value == "deventer" && s.Starts > now + Duration.FromHours(1)).Id.Value}";
            _things["youth"] = $"{(await HandoffPageTests.Asks(Bot, "web:access")).Value}";
            var ans = await Bot.The<StaffStore>().Find(new StaffId(long.Parse(_things["Ans"])), CancellationToken.None);
            var referral = new NewReferral { Code = "ACCESS2", Owner = ans!, Site = new SiteId("deventer"), FirstName = "Amina", Language = Language.Dutch };
            var round = new BroadcastPlan { Event = sessions.First(s => s.Event is not null && s.Site.Value == "deventer").Id, Site = new SiteId("deventer"), Audience = new() { Sites = [new SiteId("deventer")] } };
            _things["round"] = $"{(await Bot.The<BroadcastStore>().Plan(round, ans!, now, CancellationToken.None)).Value}";
            _things["referral"] = $"{(await Bot.The<ReferralStore>().Refer(referral, Instant.FromUtc(2026, 1, 1, 0, 0), CancellationToken.None)).Value}";
        }

        async Task<StaffBrowser> InUtrecht(StaffRole role)
        {
            var name = $"Utrecht{role}";
            var person = new NewStaff
            {
                Name = name,
                Email = $"{name}@demo.invalid",
                Role = role,
                Places = [new WorkPlace(Utrecht, true)],
                IsDemo = true,
                At = Instant.FromUtc(2026, 1, 1, 0, 0),
                SecurityStamp = Passwords.NewStamp(),
            };
            await Bot.The<StaffStore>().Add(person, CancellationToken.None);
            return await StaffBrowser.As(Bot, name);
        }
    }
}
