using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Content.Checking;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Templates;
using MdtChatBot.Workflow.Understanding;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

/// <summary>The programme that transcripts and rules play in: March 2026, two weeks before the clocks go forward.</summary>
static class Fixture
{
    /// <summary>The repository's own folder, found from where the tests run.</summary>
    public static string Root { get; } = FindRoot();

    public static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>Tuesday 3 March 2026, 10:00 in Amsterdam.</summary>
    public static readonly Instant Morning = At("2026-03-03 10:00");

    public static readonly Catalogue Catalogue = Catalogue.Parse(Files("content"), Files(Path.Combine("content", "phrasebook")));

    public static readonly ContentRules Rules = ContentRules.Parse(File.ReadAllText(Path.Combine(Root, "content", "rules", "texts.yaml")));

    public static readonly TemplateBook Templates = TemplateBook.Parse(File.ReadAllText(Path.Combine(Root, "content", "whatsapp", "templates.yaml")), Catalogue);

    public static readonly Phrases Phrases = Phrases.Parse(Files(Path.Combine("content", "phrases")));

    public static readonly Engine Engine = new(Catalogue, Phrases);

    public static readonly IReadOnlyList<Site> Sites =
    [
        new() { Id = new("deventer"), Name = "Deventer", Zone = Amsterdam, Position = new(52.26, 6.16), HasBalie = true, Organisation = "MDT Deventer", CoachName = "Fatima", Travel = new() { ["nl"] = "De gemeente betaalt de bus. Vraag het Fatima.", ["en"] = "The municipality pays for the bus. Ask Fatima." } },
        new() { Id = new("hardenberg"), Name = "Hardenberg", Zone = Amsterdam, Position = new(52.57, 6.62), HasBalie = true, Organisation = "MDT Hardenberg", CoachName = "Jan" },
        new() { Id = new("ter-apel"), Name = "Ter Apel", Zone = Amsterdam, Position = new(52.87, 7.06), HasBalie = false, Organisation = "MDT Noord", CoachName = "Eva", AlsoCalled = ["terapel"] },
        new() { Id = new("utrecht"), Name = "Utrecht", Zone = Amsterdam, Position = new(52.09, 5.12), HasBalie = true, Organisation = "MDT Utrecht", CoachName = "Sara" },
    ];

    public static readonly IReadOnlyList<Project> Projects =
    [
        Project("koken", "Samen koken", "Cooking together", Interest.Cooking),
        Project("voetbal", "Voetbal met kinderen", "Football with children", Interest.Sport, Interest.Children),
        Project("naaien", "Naaiatelier", "Sewing workshop", Interest.Creative),
        Project("techniek", "Fietsen maken", "Repairing bikes", Interest.Tech),
    ];

    public static readonly IReadOnlyList<TrialSession> Sessions =
    [
        Session(1, "koken", "deventer", "2026-03-05 14:00", 6),
        Session(2, "voetbal", "deventer", "2026-03-06 15:00", 8),
        Session(3, "naaien", "deventer", "2026-03-07 13:00", 1),
        Session(4, "koken", "deventer", "2026-03-12 14:00", 6),
        Session(5, "techniek", "hardenberg", "2026-03-10 10:00", 5),
        Session(6, "voetbal", "utrecht", "2026-03-11 16:00", 8),
        Session(7, "koken", "utrecht", "2026-03-13 09:00", 6),
        Happening(11, EventKind.KickOff, "deventer", "2026-03-12 14:00", 40) with { Event = new(EventKind.KickOff) { GuestsAllowed = 2, TravelHelp = true }, Languages = [new("ar")] },
        Happening(12, EventKind.Information, "deventer", "2026-03-09 15:00", 10),
        Happening(13, EventKind.Information, "deventer", "2026-03-16 15:00", 10),
        Happening(14, EventKind.Closing, "deventer", "2026-03-20 16:00", 30) with { Event = new(EventKind.Closing) { GuestsAllowed = 4, MinorsWelcome = false, Title = new() { ["nl"] = "Slotfeest koken", ["en"] = "Cooking party" } } },
    ];

    public static readonly IReadOnlyList<Story> Stories = [new(null, new Language("en"), "Yonas", "I found friends and I speak Dutch every week.")];

    public static readonly IReadOnlyList<EntryCode> Codes =
    [
        new("DEV24", new SiteId("deventer"), null, null),
        new("DEV24AR", new SiteId("deventer"), new Language("ar"), null),
        new("DEV24EN", new SiteId("deventer"), new Language("en"), null),
        new("DEV24NL", new SiteId("deventer"), Language.Dutch, null),
        new("DEV24TI", new SiteId("deventer"), new Language("ti"), null),
        new("DEV24FA", new SiteId("deventer"), new Language("fa"), null),
        new("DEV24TR", new SiteId("deventer"), new Language("tr"), null),
        new("DOOR1", new SiteId("deventer"), null, null) { Door = new Door.OfSession(new SessionId(1)) },
        new("DOOR1AR", new SiteId("deventer"), new Language("ar"), null) { Door = new Door.OfSession(new SessionId(1)) },
        new("DOOR9", new SiteId("utrecht"), null, null) { Door = new Door.OfSeries(new SeriesId(9)) },
        new("WORK7", new SiteId("deventer"), new Language("en"), null) { Kind = EntryCodeKind.Worker, OwnerName = "Noor", FirstName = "Sam" },
        new("WORK7TI", new SiteId("deventer"), new Language("ti"), null) { Kind = EntryCodeKind.Worker, OwnerName = "Noor", FirstName = "Sam" },
        new("CARD7", new SiteId("deventer"), null, null) { Kind = EntryCodeKind.Worker, OwnerName = "Noor" },
        new("STAR5", new SiteId("deventer"), new Language("en"), null) { Kind = EntryCodeKind.Ambassador, OwnerName = "Yonas" },
        new("FEST3", new SiteId("utrecht"), new Language("en"), null) { Kind = EntryCodeKind.Event },
        new("KICK11", new SiteId("deventer"), null, null) { Kind = EntryCodeKind.Event, Door = new Door.OfSession(new SessionId(11)) },
        new("KICK11NL", new SiteId("deventer"), Language.Dutch, null) { Kind = EntryCodeKind.Event, Door = new Door.OfSession(new SessionId(11)) },
        new("INFO12", new SiteId("deventer"), null, null) { Kind = EntryCodeKind.Event, Door = new Door.OfSession(new SessionId(12)) },
        new("PARTY14", new SiteId("deventer"), Language.Dutch, null) { Kind = EntryCodeKind.Event, Door = new Door.OfSession(new SessionId(14)) },
        new("FRIEND9", new SiteId("deventer"), new Language("en"), new SessionId(2)),
    ];

    /// <summary>A wall time in Amsterdam, for example <c>2026-03-03 10:00</c>.</summary>
    public static Instant At(string local) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm").Parse(local).Value.InZoneStrictly(Amsterdam).ToInstant();

    public static Dictionary<string, string> Files(string folder) =>
        Directory.GetFiles(Path.Combine(Root, folder), "*.yaml").ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText);

    static Project Project(string id, string dutch, string english, params Interest[] interests) => new()
    {
        Id = new(id),
        Organisation = "Stichting Samen",
        Title = new() { ["nl"] = dutch, ["en"] = english },
        Description = new() { ["nl"] = $"{dutch}, in een kleine groep.", ["en"] = $"{english}, in a small group." },
        Interests = interests,
    };

    static TrialSession Session(long id, string project, string site, string starts, int capacity) => new()
    {
        Id = new(id),
        Project = new(project),
        Site = new(site),
        Starts = At(starts),
        Ends = At(starts) + Duration.FromHours(2),
        Place = "Buurthuis De Brug",
        Address = "Dorpsstraat 1",
        Position = Sites.Single(s => s.Id.Value == site).Position,
        Capacity = capacity,
        ContactName = "Mila",
        ContactPhone = "+31 600000001",
        Bring = new() { ["nl"] = "je pasje en water", ["en"] = "your card and water" },
        Languages = id is 6 or 7 ? [new("ar"), new("tr")] : [],
        Series = id is 6 or 7 ? new SeriesId(9) : null,
        GoTogether = id == 1 ? new() { ["nl"] = "13:30 bij de balie", ["en"] = "13:30 at the balie" } : [],
    };

    static TrialSession Happening(long id, EventKind kind, string site, string starts, int capacity) =>
        Session(id, "koken", site, starts, capacity) with { Project = null, Event = new(kind), Bring = [], ContactName = "Noor" };

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MdtChatBot.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("no MdtChatBot.sln above the tests");
        return folder.FullName;
    }
}
