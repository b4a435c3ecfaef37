using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Staffing;
using NodaTime;
using NodaTime.Text;

namespace MdtChatBot.Bot.Demo;

/// <summary>The demo file as an offer, with sessions in the three weeks after a day. Pure.</summary>
public static class DemoOffer
{
    /// <exception cref="FormatException">A name refers to nothing; the message says which.</exception>
    public static (Offer Offer, IReadOnlyList<EntryCode> Codes) On(DemoFile file, Instant now)
    {
        var today = now.InZone(Netherlands.Zone).Date;
        var sites = file.Sites.Select(SiteOf).ToList();
        var projects = file.Projects.Select(ProjectOf).ToList();
        var sessions = file.Series.SelectMany(s => TrialsOf(s, file, today)).Concat(file.Events.SelectMany(e => EventsOf(e, file, today))).OrderBy(s => s.Starts).ToList();
        var codes = file.Sites.SelectMany(s => s.Codes.Select(c => CodeOf(c, s))).ToList();
        return (new Offer(sites, projects, sessions, []), codes);
    }

    static Site SiteOf(DemoSite site) => new()
    {
        Id = new SiteId(site.Id),
        Name = site.Name,
        Zone = Netherlands.Zone,
        Position = PointOf(site.Position, site.Id),
        HasBalie = site.Opening.Count > 0,
        Opening = new WorkingHours(site.Opening.ToDictionary(
            day => day.Key,
            day => HoursText.ReadDay(day.Value) ?? throw new FormatException($"content/demo/programme.yaml: {site.Id} has hours that can't be read"))),
        Organisation = site.Organisation,
        Travel = site.Travel,
        CoachName = site.Coach,
        AlsoCalled = site.AlsoCalled,
    };

    static Project ProjectOf(DemoProject project) => new()
    {
        Id = new ProjectId(project.Id),
        Organisation = project.Organisation,
        Title = project.Title,
        Description = project.Description,
        Interests = project.Interests,
    };

    static EntryCode CodeOf(DemoCode code, DemoSite site) =>
        new(code.Code, new SiteId(site.Id), code.Language is { } language ? new Language(language) : null, null);

    static IEnumerable<TrialSession> TrialsOf(DemoSeries series, DemoFile file, LocalDate today)
    {
        var project = file.Projects.FirstOrDefault(p => p.Id == series.Project) ?? throw Unknown(series.Project);
        return SessionsOf(series, file, today).Select(s => s with { Project = new ProjectId(project.Id) });
    }

    static IEnumerable<TrialSession> EventsOf(DemoEvent happening, DemoFile file, LocalDate today) =>
        SessionsOf(happening, file, today).Select(s => s with { Event = new Event(happening.Kind) { GuestsAllowed = happening.Guests, TravelHelp = happening.TravelHelp } });

    static IEnumerable<TrialSession> SessionsOf(DemoSessions series, DemoFile file, LocalDate today)
    {
        var place = file.Places.FirstOrDefault(p => p.Id == series.Place) ?? throw Unknown(series.Place);
        var site = file.Sites.FirstOrDefault(s => s.Id == place.Site) ?? throw Unknown(place.Site);
        var from = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(series.From).Value;
        foreach (var week in series.Weeks)
        {
            var starts = today.Next(series.Weekday).PlusWeeks(week - 1).At(from).InZoneLeniently(Netherlands.Zone).ToInstant();
            yield return new TrialSession
            {
                Id = new SessionId(0),
                Project = null,
                Site = new SiteId(site.Id),
                Starts = starts,
                Ends = starts + Duration.FromMinutes(series.Minutes),
                Place = place.Name,
                Address = place.Address,
                Position = PointOf(place.Position, place.Id),
                Capacity = series.Seats,
                Languages = [.. series.Languages.Select(code => new Language(code))],
                ContactName = place.Contact,
                ContactPhone = place.Phone,
                Bring = file.Bring.GetValueOrDefault(series.Bring) ?? throw Unknown(series.Bring),
                Route = place.Route,
                GoTogether = series.GoTogether is { } name ? file.GoTogether.GetValueOrDefault(name) ?? throw Unknown(name) : [],
            };
        }
    }

    static GeoPoint PointOf(IReadOnlyList<double> position, string of) =>
        position is [var latitude, var longitude] ? new GeoPoint(latitude, longitude) : throw new FormatException($"content/demo/programme.yaml: {of} needs a position of two numbers");

    static FormatException Unknown(string name) => new($"content/demo/programme.yaml: '{name}' refers to nothing");
}
