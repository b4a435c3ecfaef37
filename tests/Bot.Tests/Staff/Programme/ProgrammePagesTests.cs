using System.Net;
using System.Text.RegularExpressions;
using MdtChatBot.Bot.Time;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Staff.Programme;

public sealed class ProgrammePagesTests(StaffHouse house) : IClassFixture<StaffHouse>
{
    static readonly CancellationToken Stop = CancellationToken.None;

    /// <summary>Page, and for each demo member the answer: a coach of Deventer, its balie worker, a coordinator of all but Utrecht, an Admin.</summary>
    public static TheoryData<string, int, int, int, int> Doors() => new()
    {
        { "/staff/programme", 200, 200, 200, 200 },
        { "/staff/programme?site=deventer&from=2026-12-01", 200, 200, 200, 200 },
        { "/staff/programme/new-session", 403, 200, 200, 200 },
        { "/staff/programme/new-session?site=deventer", 403, 200, 200, 200 },
        { "/staff/programme/new-session?site=utrecht", 403, 404, 404, 200 },
        { "/staff/programme/sessions/{deventer}", 403, 200, 200, 200 },
        { "/staff/programme/sessions/{utrecht}", 403, 404, 404, 200 },
        { "/staff/programme/sessions/{deventer}/cancel", 403, 200, 200, 200 },
        { "/staff/programme/sessions/{utrecht}/cancel", 403, 404, 404, 200 },
        { "/staff/programme/sites", 403, 403, 200, 200 },
        { "/staff/programme/sites/deventer", 403, 403, 200, 200 },
        { "/staff/programme/sites/utrecht", 403, 403, 404, 200 },
        { "/staff/programme/sites/nowhere", 403, 403, 404, 404 },
        { "/staff/programme/new-site", 403, 403, 403, 200 },
        { "/staff/programme/projects", 403, 403, 200, 200 },
        { "/staff/programme/projects/samen-koken", 403, 403, 200, 200 },
        { "/staff/programme/new-project", 403, 403, 200, 200 },
        { "/staff/programme/organisations", 403, 403, 200, 200 },
        { "/staff/programme/organisations/1", 403, 403, 200, 200 },
        { "/staff/programme/new-organisation", 403, 403, 200, 200 },
        { "/staff/sessions/{deventer}/attendance", 200, 200, 200, 200 },
        { "/staff/sessions/{utrecht}/attendance", 404, 404, 404, 200 },
        { "/staff/sessions/999999/attendance", 404, 404, 404, 404 },
        { "/staff/sessions/{deventer}/door", 200, 200, 200, 200 },
        { "/staff/sessions/{deventer}/door?language=ar", 200, 200, 200, 200 },
        { "/staff/sessions/{deventer}/door?handler=Png", 200, 200, 200, 200 },
        { "/staff/sessions/{utrecht}/door?handler=Svg", 404, 404, 404, 200 },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_page_opens_for_its_roles_at_their_sites(string path, int coach, int balie, int coordinator, int admin)
    {
        var filled = path.Replace("{deventer}", $"{(await Some("deventer")).Id.Value}", StringComparison.Ordinal).Replace("{utrecht}", $"{(await Some("utrecht")).Id.Value}", StringComparison.Ordinal);
        foreach (var (name, status) in new[] { ("Sanne", coach), ("Ans", balie), ("Noor", coordinator), ("Wim", admin) })
        {
            using var browser = await StaffBrowser.As(house.Bot, name);
            using var answer = await browser.Get(filled);
            Assert.True((int)answer.StatusCode == status, $"{name} at {filled}: {(int)answer.StatusCode}, not {status}");
        }
    }

    [Fact]
    public async Task A_refused_form_says_why_at_the_field_and_keeps_what_was_typed()
    {
        using var browser = await StaffBrowser.As(house.Bot, "Ans");
        using var answer = await browser.Submit("/staff/programme/new-session?site=deventer", [.. Session("Samen <b>koken</b>"), ("Draft.Bring[nl]", "je OV-kaart"), ("Draft.Bring[ar]", "الماء")]);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("‘OV’ is een afkorting die niet iedereen kent. Schrijf bijvoorbeeld: bus en trein.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"je OV-kaart\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"الماء\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>koken</b>", page, StringComparison.Ordinal);
        Assert.Contains("Samen &lt;b&gt;koken&lt;/b&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_series_is_planned_changed_and_audited()
    {
        using var browser = await StaffBrowser.As(house.Bot, "Ans");
        var planned = await browser.Submit(
            "/staff/programme/new-session?site=deventer",
            [.. Session("Buurthuis Reeks"), ("Draft.Repeats", "true"), ("Draft.Days", "Monday"), ("Draft.Days", "Wednesday"), ("Draft.Until", "2027-02-10"), ("Draft.Skip", "3-2-2027")]);
        Assert.True(planned.StatusCode is HttpStatusCode.Redirect, await planned.Content.ReadAsStringAsync());
        Assert.Contains("3 proeven staan erin.", await browser.Read(planned.Headers.Location!.OriginalString), StringComparison.Ordinal);

        var first = (await Planned("Buurthuis Reeks"))[0];
        using var few = await browser.Submit($"/staff/programme/sessions/{first.Session.Id.Value}", [.. Session("Buurthuis Anders"), ("Revision", $"{first.Revision}")]);
        Assert.Equal(HttpStatusCode.Redirect, few.StatusCode);
        using var late = await browser.Submit($"/staff/programme/sessions/{first.Session.Id.Value}", [.. Session("Buurthuis Te laat"), ("Revision", $"{first.Revision}")]);
        var page = await late.Content.ReadAsStringAsync();
        Assert.Contains("Een collega was eerder met bewaren.", page, StringComparison.Ordinal);
        Assert.Contains("Een collega heeft dit intussen veranderd in: Buurthuis Anders.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Buurthuis Te laat\"", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"Revision\" value=\"{first.Revision + 1}\"", page, StringComparison.Ordinal);

        var lines = await house.Bot.The<AuditTrail>().Read(new AuditQuestion { From = Instant.FromUtc(2020, 1, 1, 0, 0), To = Instant.FromUtc(2100, 1, 1, 0, 0) }, 50, 0, Stop);
        Assert.Contains(lines, l => l.Act == "session.planned" && l.Site == new SiteId("deventer") && l.StaffName == "Ans");
        Assert.Contains(lines, l => l.Act == "session.changed");
    }

    [Fact]
    public async Task A_site_without_a_balie_needs_somebody_and_keeps_its_words()
    {
        using var browser = await StaffBrowser.As(house.Bot, "Noor");
        var page = await browser.Read("/staff/programme/sites/ter-apel");
        (string, string)[] fields =
        [
            ("Draft.Name", "Ter Apel"), ("Draft.Organisation", "MDT Noord (voorbeeld)"), ("Draft.Position", "52.8760, 7.0600"), ("Draft.CoachName", "Jelle"), ("Draft.PickUpHours", "6"),
            ("Draft.Abbreviations", "NT2 = Nederlandse les"), ("Version", Regex.Match(page, "name=\"Version\" value=\"(\\d+)\"").Groups[1].Value),
        ];
        using var refused = await browser.Post("/staff/programme/sites/ter-apel", page, fields);
        Assert.Contains("Zonder balie moet iemand voor de jongeren zorgen.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var owner = Regex.Match(page, """<option value="(\d+)"[^>]*>Jelle""").Groups[1].Value;
        using var saved = await browser.Post("/staff/programme/sites/ter-apel", page, [.. fields, ("Draft.FallbackOwner", owner)]);
        Assert.True(saved.StatusCode is HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        Assert.Contains("Zonder balie. Achtervang: Jelle", await browser.Read("/staff/programme/sites"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_shows_which_languages_are_missing()
    {
        using var browser = await StaffBrowser.As(house.Bot, "Noor");
        using var saved = await browser.Submit(
            "/staff/programme/new-project",
            ("Draft.Organisation", "Buurtkoor"), ("Draft.Interests", "Music"), ("Draft.Title[nl]", "Samen zingen"), ("Draft.Description[nl]", "Je zingt met de buurt."), ("Draft.Title[ar]", "نغني معا"), ("Draft.Description[ar]", "نغني مع الجيران."));
        Assert.True(saved.StatusCode is HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        Assert.Contains("Ontbreekt: Engels, Tigrinya, Turks, Farsi", await browser.Read("/staff/programme/projects"), StringComparison.Ordinal);
        Assert.Contains("Buurtkoor", await browser.Read("/staff/programme/organisations"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_page_shows_sessions_that_few_will_come_to()
    {
        using var browser = await StaffBrowser.As(house.Bot, "Sanne");
        Assert.Contains("Weinig aanmeldingen deze week", await browser.Read("/staff"), StringComparison.Ordinal);
    }

    static (string, string)[] Session(string place) =>
    [
        ("Draft.Project", "samen-koken"), ("Draft.Date", "2027-02-01"), ("Draft.From", "14:00"), ("Draft.To", "16:00"), ("Draft.Seats", "8"), ("Draft.Place", place),
        ("Draft.Address", "Dorpsstraat 1"), ("Draft.Position", "52.26, 6.17"), ("Draft.ContactName", "Ria"), ("Draft.ContactPhone", ""),
    ];

    async Task<TrialSession> Some(string site) =>
        (await house.Bot.The<ProgrammeStore>().Current(Now, Stop)).Trials.First(s => s.Site.Value == site && !s.Cancelled && s.Starts > Now + Duration.FromHours(1));

    async Task<IReadOnlyList<PlannedSession>> Planned(string place) =>
        [.. (await house.Bot.The<SessionStore>().Of([new SiteId("deventer")], Now, Now + Duration.FromDays(365), Stop)).Where(s => s.Session.Place == place)];

    Instant Now => house.Bot.The<BotClock>().GetCurrentInstant();
}
