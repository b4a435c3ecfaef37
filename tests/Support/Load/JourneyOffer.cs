using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;
using NodaTime;

namespace MdtChatBot.Support;

/// <summary>A programme the size of a province for <see cref="BookingJourney"/>: 4 sites, 8 projects, 24 sessions.</summary>
public static class JourneyOffer
{
    /// <summary>In the order in which the bot lists their interests.</summary>
    public const int Projects = 8;

    public const int SessionsOfEach = 3;

    static readonly SiteId[] Sites = [new("deventer"), new("hardenberg"), new("utrecht"), new("ter-apel")];

    static readonly Interest[] Interests =
        [Interest.Sport, Interest.Music, Interest.Cooking, Interest.Children, Interest.Elderly, Interest.Nature, Interest.Tech, Interest.Creative];

    /// <summary>Brings the schema up to date and stores the programme.</summary>
    /// <param name="seats">Seats in each session.</param>
    public static async Task Save(string connectionString, int seats, Instant now, CancellationToken stop = default)
    {
        await using var database = Database.Open(connectionString);
        await new Migrator(database).Migrate(stop);
        await new ProgrammeStore(database).Save(Of(seats, now), [new EntryCode(BookingJourney.Code, Sites[0], Language: null, FriendSession: null)], stop);
    }

    static Offer Of(int seats, Instant now)
    {
        var projects = Interests.Select(Project).ToList();
        var sessions = projects.SelectMany((project, p) => Enumerable.Range(0, SessionsOfEach).Select(week => Session(project, Sites[(p + week) % Sites.Length], 5 + p + (7 * week), seats, now)));
        return new Offer([.. Sites.Select(Site)], projects, [.. sessions.OrderBy(s => s.Starts)], []);
    }

    static Site Site(SiteId id, int number) => new()
    {
        Id = id,
        Name = id.Value,
        Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"],
        Position = new GeoPoint(52.2 + (number * 0.1), 6.1),
        HasBalie = true,
        Organisation = "MDT Proefstad",
        Travel = LocalText.Same("Vraag aan de balie om een kaartje voor de bus."),
        CoachName = "Sara",
    };

    static Project Project(Interest interest) => new()
    {
        Id = new ProjectId(interest.ToString().ToLowerInvariant()),
        Organisation = "MDT Proefstad",
        Title = LocalText.Same($"Samen: {interest}"),
        Description = LocalText.Same("Je doet iets leuks met anderen uit de buurt. Je hoeft nog niets te kunnen."),
        Interests = [interest],
    };

    static TrialSession Session(Project project, SiteId site, int daysAhead, int seats, Instant now)
    {
        var starts = now.InUtc().Date.PlusDays(daysAhead).At(new LocalTime(12, 30)).InUtc().ToInstant();
        return new TrialSession
        {
            Id = default,
            Project = project.Id,
            Site = site,
            Starts = starts,
            Ends = starts + Duration.FromHours(2),
            Place = "Buurthuis De Proef",
            Address = $"{BookingJourney.Street} {daysAhead}",
            Position = new GeoPoint(52.25, 6.15),
            Capacity = seats,
            ContactName = "Sara",
            ContactPhone = "0570 000 000",
            Bring = LocalText.Same("Kleren die vies mogen worden."),
            Route = LocalText.Same("Bus 5 vanaf het AZC."),
            GoTogether = LocalText.Same("12:00 bij de balie."),
        };
    }
}
