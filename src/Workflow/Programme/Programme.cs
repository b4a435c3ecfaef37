using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Workflow.Programme;

/// <summary>What is on offer, as loaded for one batch of turns: sites, projects and sessions from 30 days ago on.</summary>
public sealed class Offer
{
    readonly Dictionary<SiteId, Site> _sites;
    readonly Dictionary<ProjectId, Project> _projects;
    readonly Dictionary<SessionId, TrialSession> _sessions;

    public Offer(IReadOnlyList<Site> sites, IReadOnlyList<Project> projects, IReadOnlyList<TrialSession> sessions, IReadOnlyList<Story> stories)
    {
        Sites = sites;
        Projects = projects;
        Sessions = sessions;
        Trials = sessions.Any(s => s.Event is not null) ? [.. sessions.Where(s => s.Event is null)] : sessions;
        Stories = stories;
        _sites = sites.ToDictionary(s => s.Id);
        _projects = projects.ToDictionary(p => p.Id);
        // Those without an id are on their way into the database.
        _sessions = sessions.Where(s => s.Id.Value != 0).ToDictionary(s => s.Id);
    }

    public static Offer Empty { get; } = new([], [], [], []);

    public IReadOnlyList<Site> Sites { get; }

    public IReadOnlyList<Project> Projects { get; }

    /// <summary>Trials and events, in order of start.</summary>
    public IReadOnlyList<TrialSession> Sessions { get; }

    /// <summary>Without the events: what a youth can try.</summary>
    public IReadOnlyList<TrialSession> Trials { get; }

    public IReadOnlyList<Story> Stories { get; }

    /// <summary>The languages of a site's youth, the most spoken first; those that few speak are not in it.</summary>
    public IReadOnlyDictionary<SiteId, IReadOnlyList<Language>> Spoken { get; init; } = new Dictionary<SiteId, IReadOnlyList<Language>>();

    public IReadOnlyList<Language> SpokenAt(SiteId? site) => site is { } known && Spoken.TryGetValue(known, out var spoken) ? spoken : [];

    public Site? Site(SiteId? id) => id is { } known && _sites.TryGetValue(known, out var site) ? site : null;

    /// <summary>A trial's project is always there: the database demands it.</summary>
    public Project Project(ProjectId id) => _projects[id];

    /// <summary>What a session is of; null for an event.</summary>
    public Project? ProjectOf(TrialSession session) => session.Project is { } id ? Project(id) : null;

    public TrialSession? Session(SessionId id) => _sessions.GetValueOrDefault(id);
}

/// <summary>An AZC, with or without a Meedoenbalie.</summary>
public sealed record Site
{
    public required SiteId Id { get; init; }

    /// <summary>The town as residents say it: “Ter Apel”.</summary>
    public required string Name { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required GeoPoint Position { get; init; }

    public required bool HasBalie { get; init; }

    /// <summary>Who the bot says it works for (“MDT Deventer”).</summary>
    public required string Organisation { get; init; }

    /// <summary>What the municipality or project pays for travel and whom to ask; empty where nobody wrote it down.</summary>
    public LocalText Travel { get; init; } = [];

    /// <summary>Name of the coach whom a youth of this site meets; used in “{coach} will answer you”.</summary>
    public required string CoachName { get; init; }

    /// <summary>After so many working hours a handoff that nobody took is offered to the next.</summary>
    public int PickUpHours { get; init; } = UsualPickUpHours;

    /// <summary>What <see cref="PickUpHours"/> is where nobody set it.</summary>
    public const int UsualPickUpHours = 4;

    /// <summary>Other spellings that youth use for the town.</summary>
    public IReadOnlyList<string> AlsoCalled { get; init; } = [];

    /// <summary>When the balie is open; nobody's hours where there is none.</summary>
    public WorkingHours Opening { get; init; } = WorkingHours.None;

    /// <summary>Abbreviations that everybody at this site knows, with what they mean.</summary>
    public IReadOnlyDictionary<string, string> Abbreviations { get; init; } = new Dictionary<string, string>();

    /// <summary>Who looks after the youth of a site without a balie.</summary>
    public StaffId? FallbackOwner { get; init; }

    /// <summary>Their name; empty where there is none. As it was when the site was loaded.</summary>
    public string FallbackName { get; init; } = "";

    /// <summary>Whom a youth of this site meets: its coach, or whoever stands in where there is no balie.</summary>
    public string WhoAnswers => HasBalie || FallbackName.Length == 0 ? CoachName : FallbackName;

    /// <summary>Raised with each change by staff.</summary>
    public long Version { get; init; } = 1;
}

/// <summary>What an MDT organisation offers, in plain words per language.</summary>
public sealed record Project
{
    public required ProjectId Id { get; init; }

    public required string Organisation { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>One or two plain sentences: what you do there.</summary>
    public required LocalText Description { get; init; }

    public required IReadOnlyList<Interest> Interests { get; init; }

    /// <inheritdoc cref="Programme.Site.Version"/>
    public long Version { get; init; } = 1;
}

/// <summary>One date and place with a number of seats: of a project, to try it, or an event.</summary>
public sealed record TrialSession
{
    public required SessionId Id { get; init; }

    /// <summary>Null for an event.</summary>
    public required ProjectId? Project { get; init; }

    /// <summary>Set where it is an event and no trial.</summary>
    public Event? Event { get; init; }

    /// <summary>The site whose zone the times are told in, and whose youth see it first.</summary>
    public required SiteId Site { get; init; }

    public required Instant Starts { get; init; }

    public required Instant Ends { get; init; }

    /// <summary>Name of the place (“Buurthuis De Schalm”).</summary>
    public required string Place { get; init; }

    public required string Address { get; init; }

    public required GeoPoint Position { get; init; }

    public required int Capacity { get; init; }

    /// <summary>Seats booked, confirmed or held by an offer. Fresh within a second; the commit decides.</summary>
    public int Taken { get; init; }

    public int SeatsLeft => Math.Max(0, Capacity - Taken);

    /// <summary>Whom the youth meets.</summary>
    public required string ContactName { get; init; }

    /// <summary>Telephone of the contact, as it is dialled; empty where there is none.</summary>
    public string ContactPhone { get; init; } = "";

    /// <summary>What is spoken there besides Dutch, by whoever leads it.</summary>
    public IReadOnlyList<Language> Languages { get; init; } = [];

    /// <summary>Null for a single session.</summary>
    public SeriesId? Series { get; init; }

    public LocalText Bring { get; init; } = [];

    public LocalText Route { get; init; } = [];

    /// <summary>When and where a group leaves together from the balie; empty where it does not.</summary>
    public LocalText GoTogether { get; init; } = [];

    public bool Cancelled { get; init; }
}

/// <summary>What a former participant told, with their leave; shown only as written, never invented (needs.md 7, 17).</summary>
public sealed record Story(SiteId? Site, Language Language, string FirstName, string Words);

/// <summary>What youth like; the labels are <c>intake.interests.*</c>.</summary>
public enum Interest
{
    Sport,
    Music,
    Cooking,
    Children,
    Elderly,
    Nature,
    Tech,
    Creative,
    Events,
}
