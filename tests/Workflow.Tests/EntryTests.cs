using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Programme.Entering;
using MdtChatBot.Workflow.Programme.Writing;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

/// <summary>What staff enter about the programme, and why some of it is refused.</summary>
public sealed class EntryTests
{
    static readonly Site Deventer = Fixture.Sites[0] with { Abbreviations = new Dictionary<string, string> { ["NT2"] = "Nederlandse les" } };
    static readonly IReadOnlyList<ProjectId> Projects = [.. Fixture.Projects.Select(p => p.Id)];

    static readonly SessionDraft Good = new()
    {
        Project = "koken",
        Date = "2026-03-12",
        From = "14:00",
        To = "16.00",
        Place = "Buurthuis De Brug",
        Address = "Dorpsstraat 1",
        Position = "52.26, 6.16",
        Seats = "8",
        ContactName = "Mila",
        ContactPhone = "+31 (0)570-123456",
        Bring = new() { ["nl"] = "je pasje", ["en"] = " " },
    };

    [Fact]
    public void A_session_is_read_on_the_clock_of_its_site()
    {
        var plan = Accepted(Good);
        var session = Assert.Single(plan.Sessions);
        Assert.Equal((Fixture.At("2026-03-12 14:00"), Fixture.At("2026-03-12 16:00"), 8, ""), (session.Starts, session.Ends, session.Capacity, plan.Rule));
        Assert.Equal(["nl"], session.Bring.Keys);
        Assert.Equal(new GeoPoint(52.26, 6.16), session.Position);
    }

    public static TheoryData<string, SessionDraft> WrongSessions() => new()
    {
        { "Project entry.project", Good with { Project = "dansen" } },
        { "Date entry.missing", Good with { Date = null } },
        { "Date entry.date", Good with { Date = "volgende week" } },
        { "Date entry.past", Good with { Date = "2026-03-02" } },
        { "Date entry.tooFar", Good with { Date = "2028-03-02" } },
        { "From entry.time", Good with { From = "2 uur" } },
        { "To entry.endsBeforeStart", Good with { To = "13:00" } },
        { "From entry.noSuchTime", Good with { Date = "2026-03-29", From = "02:30", To = "04:00" } },
        { "Place entry.missing", Good with { Place = " " } },
        { "Place entry.writeAs", Good with { Place = "BSO De Brug" } },
        { "Address entry.tooLong", Good with { Address = new string('a', 81) } },
        { "Position entry.position", Good with { Position = "bij het station" } },
        { "Position entry.position", Good with { Position = "48.85, 2.35" } },
        { "Seats entry.number", Good with { Seats = "0" } },
        { "Seats entry.number", Good with { Seats = "acht" } },
        { "Seats entry.number", Good with { Seats = "-3" } },
        { "ContactName entry.missing", Good with { ContactName = "" } },
        { "ContactPhone entry.phone", Good with { ContactPhone = "bel Mila" } },
        { "Bring[nl] entry.writeAs", Good with { Bring = new() { ["nl"] = "je OV-kaart" } } },
        { "Bring[en] entry.writeOut", Good with { Bring = new() { ["en"] = "your CBR card" } } },
        { "Days entry.days|Until entry.missing", Good with { Repeats = true } },
        { "Until entry.untilBeforeFirst", Good with { Repeats = true, Days = [IsoDayOfWeek.Thursday], Until = "2026-03-01" } },
        { "Until entry.tooFar", Good with { Repeats = true, Days = [IsoDayOfWeek.Thursday], Until = "2030-03-01" } },
        { "Until entry.noDates", Good with { Repeats = true, Days = [IsoDayOfWeek.Monday], Until = "2026-03-14" } },
        { "Skip entry.date", Good with { Repeats = true, Days = [IsoDayOfWeek.Thursday], Until = "2026-04-30", Skip = "2 april, 2026-04-09" } },
        { "Until entry.tooMany", Good with { Repeats = true, Days = [.. SiteEntry.Days], Until = "2026-12-31" } },
    };

    static SessionDraft GoodEvent => Good with { Project = null, Kind = "Closing", Title = new() { ["nl"] = "Slotfeest", ["ar"] = "حفل" }, Guests = "4", TravelHelp = true, Seats = "400" };

    [Fact]
    public void An_event_is_a_session_of_no_project()
    {
        var session = Assert.Single(Accepted(GoodEvent).Sessions);
        Assert.Null(session.Project);
        Assert.Equal((EventKind.Closing, 4, true, false, 400), (session.Event!.Kind, session.Event.GuestsAllowed, session.Event.TravelHelp, session.Event.MinorsWelcome, session.Capacity));
        Assert.Equal("Slotfeest", session.Event.Title.In(Language.Dutch));
        Assert.Equal(SessionDraft.Of(session, Fixture.Amsterdam).Kind, GoodEvent.Kind);
        Assert.Null(Assert.Single(Accepted(Good with { Guests = "4" }).Sessions).Event);
    }

    public static TheoryData<string, SessionDraft> WrongEvents() => new()
    {
        { "Kind entry.kind", GoodEvent with { Kind = "Party" } },
        { "Kind entry.kind", GoodEvent with { Kind = "7" } },
        { "Title[nl] entry.tooLong", GoodEvent with { Title = new() { ["nl"] = "Een heel lang slotfeest voor iedereen" } } },
        { "Guests entry.number", GoodEvent with { Guests = "9" } },
        { "Seats entry.number", GoodEvent with { Seats = "1001" } },
    };

    [Theory]
    [MemberData(nameof(WrongEvents))]
    public void A_wrong_event_is_refused_at_its_field(string faults, SessionDraft draft) => Assert.Equal(faults, Faults(Read(draft)));

    [Theory]
    [MemberData(nameof(WrongSessions))]
    public void A_wrong_session_is_refused_at_its_field(string faults, SessionDraft draft) => Assert.Equal(faults, Faults(Read(draft)));

    [Fact]
    public void What_the_site_knows_may_stand_in_its_texts() =>
        Assert.Single(Accepted(Good with { Bring = new() { ["nl"] = "je NT2-boek" } }).Sessions);

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() =>
        Assert.Equal(7, Faults(Read(new SessionDraft { Seats = "x" })).Split('|').Count(f => f.Contains("missing", StringComparison.Ordinal)));

    [Fact]
    public void A_series_is_every_week_on_its_days_save_some_dates_and_stays_at_the_same_hour_when_the_clocks_change()
    {
        var plan = Accepted(Good with { Repeats = true, Days = [IsoDayOfWeek.Thursday, IsoDayOfWeek.Monday], Until = "2-4-2026", Skip = "2026-03-19, 30-3-2026" });
        Assert.Equal(
            ["2026-03-12 14:00", "2026-03-16 14:00", "2026-03-23 14:00", "2026-03-26 14:00", "2026-04-02 14:00"],
            plan.Sessions.Select(s => s.Starts.InZone(Fixture.Amsterdam).ToString("uuuu-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(Duration.FromHours(14 * 24 - 1 + 7 * 24), plan.Sessions[^1].Starts - plan.Sessions[0].Starts);
        Assert.Equal("Monday Thursday 2026-03-12/2026-04-02 -2026-03-19 -2026-03-30", plan.Rule);
    }

    [Fact]
    public void Of_the_hour_that_comes_twice_the_first_is_meant() =>
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), Accepted(Good with { Date = "2026-10-25", From = "02:30", To = "05:00" }).Sessions[0].Starts);

    [Fact]
    public void What_is_shown_for_editing_is_read_back_the_same()
    {
        var session = Accepted(Good).Sessions[0] with { Id = new SessionId(9), Languages = [new Language("ar")] };
        var again = Assert.Single(((Entered<SessionPlan>.Accepted)SessionEntry.Read(SessionDraft.Of(session, Fixture.Amsterdam), Deventer, Projects, session, Fixture.Morning)).Value.Sessions);
        Assert.Equal(Line(session), Line(again));
    }

    [Theory]
    [InlineData("52.2592, 6.1734")]
    [InlineData("52.2592 6.1734")]
    [InlineData("https://www.google.com/maps/@52.2592,6.1734,17z")]
    [InlineData("https://www.openstreetmap.org/?mlat=52.2592&mlon=6.1734#map=17/52.2592/6.1734")]
    [InlineData("https://www.openstreetmap.org/#map=17/52.2592/6.1734")]
    [InlineData("https://www.google.com/maps/search/?api=1&query=52.2592%2C6.1734")]
    public void A_place_on_the_map_is_read_as_people_copy_it(string typed) => Assert.Equal(new GeoPoint(52.2592, 6.1734), MapPosition.Read(typed));

    static readonly SiteDraft GoodSite = new()
    {
        Name = "Sint Annaparochie",
        Organisation = "MDT Noord",
        Position = "53.27, 5.65",
        HasBalie = true,
        Opening = new() { ["Tuesday"] = "13:00-15:00, 16-17" },
        CoachName = "Eva",
        PickUpHours = "6",
        AlsoCalled = "St. Anna, Bildt",
        Abbreviations = "NT2 = Nederlandse les\nBSO=opvang na school",
        Travel = new() { ["nl"] = "De bus is gratis voor wie naar NT2 gaat." },
    };

    [Fact]
    public void A_site_is_read_with_its_hours_and_words()
    {
        var site = ((Entered<Site>.Accepted)SiteEntry.Read(GoodSite, null, [])).Value;
        Assert.Equal(("sint-annaparochie", 6, "opvang na school"), (site.Id.Value, site.PickUpHours, site.Abbreviations["BSO"]));
        Assert.Equal("13:00-15:00, 16:00-17:00", HoursText.Write(site.Opening.On(IsoDayOfWeek.Tuesday)));
        Assert.Equal(["St. Anna", "Bildt"], site.AlsoCalled);
    }

    public static TheoryData<string, SiteDraft> WrongSites() => new()
    {
        { "Name entry.missing", GoodSite with { Name = "" } },
        { "Opening[Tuesday] entry.hours", GoodSite with { Opening = new() { ["Tuesday"] = "15-13" } } },
        { "Opening[Monday] entry.noHours", GoodSite with { Opening = [] } },
        { "FallbackOwner entry.ownerWithoutBalie", GoodSite with { HasBalie = false } },
        { "FallbackOwner entry.owner", GoodSite with { FallbackOwner = 7 } },
        { "PickUpHours entry.number", GoodSite with { PickUpHours = "0" } },
        { "Abbreviations entry.abbreviation", GoodSite with { Abbreviations = "NT2 = les\nBSO", Travel = [] } },
        { "Travel[nl] entry.writeOut", GoodSite with { Travel = new() { ["nl"] = "Vraag het de ROC-docent." } } },
    };

    [Theory]
    [MemberData(nameof(WrongSites))]
    public void A_wrong_site_is_refused_at_its_field(string faults, SiteDraft draft) => Assert.Equal(faults, Faults(SiteEntry.Read(draft, null, [])));

    [Fact]
    public void A_site_without_a_balie_has_somebody_who_looks_after_it() =>
        Assert.Equal(new StaffId(7), ((Entered<Site>.Accepted)SiteEntry.Read(GoodSite with { HasBalie = false, FallbackOwner = 7 }, null, [new StaffId(7)])).Value.FallbackOwner);

    static readonly ProjectDraft GoodProject = new()
    {
        Organisation = "Stichting Samen",
        Interests = [Interest.Cooking],
        Title = new() { ["nl"] = "Samen koken", ["en"] = "" },
        Description = new() { ["nl"] = "Je kookt met mensen uit de buurt." },
    };

    public static TheoryData<string, ProjectDraft> WrongProjects() => new()
    {
        { "Interests entry.interests", GoodProject with { Interests = [] } },
        { "Title[nl] entry.tooLong", GoodProject with { Title = new() { ["nl"] = "Samen koken met heel veel mensen" } } },
        { "Title[nl] entry.dutchFirst|Description[nl] entry.dutchFirst", GoodProject with { Title = [], Description = [] } },
        { "Description[en] entry.otherHalf", GoodProject with { Title = new() { ["nl"] = "Koken", ["en"] = "Cooking" } } },
        { "Title[ar] entry.otherHalf", GoodProject with { Description = new() { ["nl"] = "Koken.", ["ar"] = "نطبخ معا" } } },
        { "Description[nl] entry.writeAs", GoodProject with { Description = new() { ["nl"] = "Elke wo 14:00." } } },
    };

    [Theory]
    [MemberData(nameof(WrongProjects))]
    public void A_wrong_project_is_refused_at_its_field(string faults, ProjectDraft draft) =>
        Assert.Equal(faults, Faults(ProjectEntry.Read(draft, null, AbbreviationDictionary.OnlyEverywhere)));

    [Fact]
    public void A_language_that_nobody_wrote_is_missing_and_never_made_up()
    {
        var project = ((Entered<Project>.Accepted)ProjectEntry.Read(GoodProject, null, AbbreviationDictionary.OnlyEverywhere)).Value;
        Assert.Equal(["nl"], project.Title.Keys);
        Assert.Equal(["en", "ti"], ProjectEntry.Missing(project, [Language.Dutch, Language.English, new("ti")]).Select(l => l.Code));
    }

    [Theory]
    [InlineData("", "", "", "Name entry.missing")]
    [InlineData("MDT", "geen", "", "ContactPhone entry.phone")]
    [InlineData("MDT", "0570 123456", "info@mdt", "ContactEmail entry.email")]
    [InlineData("MDT", "0570 123456", "info@mdt.nl", "")]
    public void An_organisation_is_read(string name, string phone, string email, string faults) =>
        Assert.Equal(faults, Faults(OrganisationEntry.Read(new OrganisationDraft { Name = name, ContactPhone = phone, ContactEmail = email })));

    static Entered<SessionPlan> Read(SessionDraft draft) => SessionEntry.Read(draft, Deventer, Projects, null, Fixture.Morning);

    static SessionPlan Accepted(SessionDraft draft) => Assert.IsType<Entered<SessionPlan>.Accepted>(Read(draft)).Value;

    static string Faults<T>(Entered<T> entered) =>
        entered is Entered<T>.Refused refused ? string.Join('|', refused.Faults.Select(f => $"{f.Field} {f.Why.Key}")) : "";

    static string Line(TrialSession s) => $"{s.Id} {s.Project} {s.Starts} {s.Ends} {s.Place} {s.Address} {s.Position} {s.Capacity} {s.ContactName} {s.ContactPhone} {string.Join(',', s.Bring)} {string.Join(',', s.Languages)}";
}
