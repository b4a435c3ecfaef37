using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage.Programme;

/// <summary>Reads of the programme: sites, projects, sessions, stories.</summary>
static class ProgrammeSql
{
    /// <summary>The kind of a session that is no event.</summary>
    public const string Trial = "Trial";

    public const string SessionColumns = """
        select s.id, s.project_id, s.site_id, s.starts, s.ends, s.place, s.address, s.latitude, s.longitude, s.capacity, s.taken,
               s.contact_name, s.contact_phone, s.bring, s.route, s.go_together, s.cancelled, s.revision, s.languages, s.series_id,
               s.kind, s.title, s.guests_allowed, s.travel_help, s.minors_welcome
        """;

    public static readonly Statement Sites = new("""
        select id, name, zone, latitude, longitude, has_balie, organisation, travel, coach_name, also_called,
               opening, abbreviations, pick_up_hours, fallback_owner, version,
               coalesce((select t.name from staff t where t.id = site.fallback_owner), '')
          from site
         order by name, id
        """);

    public static readonly Statement Projects = new("""
        select id, organisation, title, description, interests, version
          from project
         order by id
        """);

    public static readonly Statement Sessions = new($"""
        {SessionColumns}
          from session s
         where s.starts >= @since
         order by s.starts, s.id
        """);

    public static readonly Statement<SessionId> SessionsById = new(
        new Rows<SessionId>().Number("id", id => id.Value),
        SessionColumns + " from {rows} join session s on s.id = r.id");

    public static readonly Statement Stories = new("""
        select site, language, first_name, words
          from story
         order by site, language, first_name
        """);

    /// <summary>What moves every day: seats taken, and the revision by which a change of anything else is noticed.</summary>
    public static readonly Statement Counts = new("""
        select id, taken, revision
          from session
         where starts >= @since
        """);

    public static Site Site(DbDataReader row) => new()
    {
        Id = new SiteId(row.Text(0)),
        Name = row.Text(1),
        Zone = DateTimeZoneProviders.Tzdb[row.Text(2)],
        Position = new GeoPoint(row.GetDouble(3), row.GetDouble(4)),
        HasBalie = row.Flag(5),
        Organisation = row.Text(6),
        Travel = StorageJson.ReadWords(row.Text(7)),
        CoachName = row.Text(8),
        AlsoCalled = StorageJson.ReadNames(row.Text(9)),
        Opening = HoursText.ReadJson(row.Text(10)),
        Abbreviations = StorageJson.ReadWords(row.Text(11)),
        PickUpHours = (int)row.Number(12),
        FallbackOwner = row.NumberOrNull(13) is { } owner ? new StaffId(owner) : null,
        Version = row.Number(14),
        FallbackName = row.Text(15),
    };

    public static Project Project(DbDataReader row) => new()
    {
        Id = new ProjectId(row.Text(0)),
        Organisation = row.Text(1),
        Title = StorageJson.ReadWords(row.Text(2)),
        Description = StorageJson.ReadWords(row.Text(3)),
        Interests = StorageJson.ReadInterests(row.Text(4)),
        Version = row.Number(5),
    };

    public static TrialSession Session(DbDataReader row) => new()
    {
        Id = new SessionId(row.Number(0)),
        Project = row.TextOrNull(1) is { } project ? new ProjectId(project) : null,
        Site = new SiteId(row.Text(2)),
        Starts = row.Time(3),
        Ends = row.Time(4),
        Place = row.Text(5),
        Address = row.Text(6),
        Position = new GeoPoint(row.GetDouble(7), row.GetDouble(8)),
        Capacity = (int)row.Number(9),
        Taken = (int)row.Number(10),
        ContactName = row.Text(11),
        ContactPhone = row.Text(12),
        Bring = StorageJson.ReadWords(row.Text(13)),
        Route = StorageJson.ReadWords(row.Text(14)),
        GoTogether = StorageJson.ReadWords(row.Text(15)),
        Cancelled = row.Flag(16),
        Languages = Languages(row.Text(18)),
        Series = row.NumberOrNull(19) is { } series ? new SeriesId(series) : null,
        Event = Event(row),
    };

    /// <summary>Kind and title of an event at these two columns; null for a trial.</summary>
    public static Event? Named(DbDataReader row, int at) =>
        row.Text(at) is Trial ? null : new Event(row.Name<EventKind>(at)) { Title = StorageJson.ReadWords(row.Text(at + 1)) };

    static Event? Event(DbDataReader row) => Named(row, 20) is not { } named ? null : named with
    {
        GuestsAllowed = (int)row.Number(22),
        TravelHelp = row.Flag(23),
        MinorsWelcome = row.Flag(24),
    };

    public static long SessionRevision(DbDataReader row) => row.Number(17);

    // Most sessions have none, and all are read every minute.
    static IReadOnlyList<Language> Languages(string json) => json is "[]" ? [] : [.. StorageJson.ReadNames(json).Select(code => new Language(code))];

    public static Story Story(DbDataReader row) =>
        new(row.Text(0) is { Length: > 0 } site ? new SiteId(site) : null, new Language(row.Text(1)), row.Text(2), row.Text(3));
}
