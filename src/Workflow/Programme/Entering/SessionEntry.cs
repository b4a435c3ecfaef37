using System.Globalization;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme.Writing;
using NodaTime;

namespace MdtChatBot.Workflow.Programme.Entering;

/// <summary>A session, or a series of them, as it is typed.</summary>
public sealed record SessionDraft
{
    public string? Project { get; init; }

    /// <summary>The kind of an event; empty for a trial.</summary>
    public string? Kind { get; init; }

    /// <summary>What the event is called, by language; empty where the name of its kind will do.</summary>
    public Dictionary<string, string?> Title { get; init; } = [];

    public string? Guests { get; init; }

    public bool TravelHelp { get; init; }

    public bool Minors { get; init; }

    public string? Date { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? Place { get; init; }

    public string? Address { get; init; }

    public string? Position { get; init; }

    public string? Seats { get; init; }

    public List<string> Languages { get; init; } = [];

    public string? ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public Dictionary<string, string?> Bring { get; init; } = [];

    public Dictionary<string, string?> Route { get; init; } = [];

    public Dictionary<string, string?> GoTogether { get; init; } = [];

    /// <summary>Who of the staff is there, by id.</summary>
    public List<long> Staff { get; init; } = [];

    public bool Repeats { get; init; }

    public List<IsoDayOfWeek> Days { get; init; } = [];

    public string? Until { get; init; }

    /// <summary>Dates on which there is none, with commas between.</summary>
    public string? Skip { get; init; }

    public static SessionDraft Of(TrialSession session, DateTimeZone zone)
    {
        var (starts, ends) = (session.Starts.InZone(zone).LocalDateTime, session.Ends.InZone(zone).LocalDateTime);
        return new SessionDraft
        {
            Project = session.Project?.Value,
            Kind = session.Event?.Kind.ToString(),
            Title = Typed(session.Event?.Title ?? []),
            Guests = session.Event?.GuestsAllowed.ToString(CultureInfo.InvariantCulture),
            TravelHelp = session.Event is { TravelHelp: true },
            Minors = session.Event is { MinorsWelcome: true },
            Date = starts.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
            From = starts.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture),
            To = ends.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture),
            Place = session.Place,
            Address = session.Address,
            Position = MapPosition.Write(session.Position),
            Seats = session.Capacity.ToString(CultureInfo.InvariantCulture),
            Languages = [.. session.Languages.Select(l => l.Code)],
            ContactName = session.ContactName,
            ContactPhone = session.ContactPhone,
            Bring = Typed(session.Bring),
            Route = Typed(session.Route),
            GoTogether = Typed(session.GoTogether),
        };
    }

    static Dictionary<string, string?> Typed(LocalText words) => words.ToDictionary(t => t.Key, t => (string?)t.Value);
}

/// <summary>What a draft comes to: one session, or several and the rule that they follow.</summary>
public sealed record SessionPlan(IReadOnlyList<TrialSession> Sessions, string Rule);

/// <summary>Rules for a session.</summary>
public static class SessionEntry
{
    const int MostSeats = 200;

    const int MostSeatsOfEvent = 1000;

    static readonly Period Furthest = Period.FromYears(1);

    /// <param name="draft">What was typed.</param>
    /// <param name="site">Where: its clock, its words.</param>
    /// <param name="projects">Those there are.</param>
    /// <param name="before">The session as it stands; null for new ones.</param>
    /// <param name="now">Nothing is planned before it.</param>
    public static Entered<SessionPlan> Read(SessionDraft draft, Site site, IReadOnlyCollection<ProjectId> projects, TrialSession? before, Instant now)
    {
        var form = new TypedForm();
        var known = new AbbreviationDictionary(site.Abbreviations);
        var isEvent = before is null ? draft.Kind is { Length: > 0 } : before.Event is not null;
        var happening = isEvent ? EventEntry.Read(form, draft, known) : null;
        var project = new ProjectId(draft.Project ?? "");
        if (!isEvent && !projects.Contains(project)) form.Refuse("Project", "entry.project");
        var (times, rule) = Times(form, draft, site.Zone, before, now);
        var one = new TrialSession
        {
            Id = before?.Id ?? new SessionId(0),
            Project = isEvent ? null : project,
            Event = happening,
            Site = site.Id,
            Starts = default,
            Ends = default,
            Place = form.Line("Place", draft.Place, 60, known),
            Address = form.Line("Address", draft.Address, 80, known),
            Position = form.Position("Position", draft.Position),
            Capacity = form.Number("Seats", draft.Seats, 1, isEvent ? MostSeatsOfEvent : MostSeats),
            ContactName = form.Line("ContactName", draft.ContactName, 40),
            ContactPhone = form.Phone("ContactPhone", draft.ContactPhone),
            Languages = [.. draft.Languages.Distinct().Select(code => new Language(code))],
            Bring = form.Words("Bring", draft.Bring, 120, known),
            Route = form.Words("Route", draft.Route, 200, known),
            GoTogether = form.Words("GoTogether", draft.GoTogether, 160, known),
            Series = before?.Series,
        };
        return Entered<SessionPlan>.Of(form, () => new SessionPlan([.. times.Select(t => one with { Starts = t.Starts, Ends = t.Ends })], rule));
    }

    static (List<(Instant Starts, Instant Ends)> Times, string Rule) Times(TypedForm form, SessionDraft draft, DateTimeZone zone, TrialSession? before, Instant now)
    {
        var (date, from, to) = (form.Date("Date", draft.Date), form.Time("From", draft.From), form.Time("To", draft.To));
        if (date is not { } first || from is not { } start || to is not { } end) return ([], "");
        if (end <= start) form.Refuse("To", "entry.endsBeforeStart");
        if (first > now.InZone(zone).Date.Plus(Furthest)) form.Refuse("Date", "entry.tooFar");
        var recurrence = draft.Repeats && before is null ? Repeated(form, draft, first) : null;
        var times = (recurrence?.Dates() ?? [first]).Select(day => (Starts: At(form, day, start, zone, "From"), Ends: At(form, day, end, zone, "To"))).ToList();
        if (recurrence is not null && form.Faults.Count == 0 && times.Count == 0) form.Refuse("Until", "entry.noDates");
        if (times.Count > Recurrence.Most) form.Refuse("Until", Text.Of("entry.tooMany", ("max", Arg.Of(Recurrence.Most))));
        if (times.Count > 0 && times[0].Starts <= now) form.Refuse("Date", "entry.past");
        return (times, recurrence?.Write() ?? "");
    }

    static Recurrence? Repeated(TypedForm form, SessionDraft draft, LocalDate first)
    {
        if (draft.Days.Count == 0) form.Refuse("Days", "entry.days");
        var until = form.Date("Until", draft.Until);
        if (until < first) form.Refuse("Until", "entry.untilBeforeFirst");
        if (until > first.Plus(Furthest)) form.Refuse("Until", "entry.tooFar");
        var skipping = new List<LocalDate>();
        foreach (var typed in (draft.Skip ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (form.Date("Skip", typed) is { } day) skipping.Add(day);
        return until is { } last && last >= first && last <= first.Plus(Furthest) ? new Recurrence([.. draft.Days.Distinct().Order()], first, last, skipping) : null;
    }

    // In the night that the clocks go forward some times do not exist; in the other night the first of two is meant.
    static Instant At(TypedForm form, LocalDate day, LocalTime time, DateTimeZone zone, string field)
    {
        var mapping = zone.MapLocal(day.At(time));
        if (mapping.Count == 0) form.Refuse(field, Text.Of("entry.noSuchTime", ("day", new Arg.Day(day, DayForm.WeekdayDayMonth))));
        return mapping.Count == 0 ? day.At(time).InZoneLeniently(zone).ToInstant() : mapping.First().ToInstant();
    }
}
