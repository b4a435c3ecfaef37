using MdtChatBot.Bot.Demo;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Shell;

/// <summary>What the demo programme promises, whatever the day on which it loads.</summary>
public sealed class DemoProgrammeTests
{
    static readonly string[] Languages = ["nl", "en", "ar", "ti", "fa", "tr"];
    static readonly DemoFile File = DemoFile.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", "demo", "programme.yaml")));

    /// <summary>A Monday morning, the day before a clock change in spring, the eve of one in autumn, and New Year's Eve.</summary>
    public static TheoryData<string> Days => ["2026-11-23T08:00", "2027-03-27T12:00", "2026-10-24T22:30", "2026-12-31T23:30"];

    static Instant At(string utc) => LocalDateTime.FromDateTime(DateTime.Parse(utc)).InUtc().ToInstant();

    static Offer On(string day) => DemoOffer.On(File, At(day)).Offer;

    [Fact]
    public void There_are_four_sites_of_which_ter_apel_has_no_balie()
    {
        var sites = On("2026-11-23T08:00").Sites;
        Assert.Equal(["Deventer", "Hardenberg", "Utrecht", "Ter Apel"], sites.Select(s => s.Name));
        Assert.Equal(["Ter Apel"], sites.Where(s => !s.HasBalie).Select(s => s.Name));
        Assert.All(File.Sites.Where(s => s.Opening.Count == 0), s => Assert.Contains(s.FallbackOwner, File.Staff.Select(m => m.Name)));
        Assert.All(sites, s => Assert.InRange(s.Position.KilometresTo(new Workflow.GeoPoint(52.2, 5.9)), 0, 150));
    }

    [Fact]
    public void There_are_eight_projects_and_every_interest_finds_one()
    {
        var projects = On("2026-11-23T08:00").Projects;
        Assert.Equal(8, projects.Count);
        Assert.Equal(Enum.GetValues<Interest>().Order(), projects.SelectMany(p => p.Interests).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Every_project_has_three_sessions_in_the_next_three_weeks(string day)
    {
        var (offer, now) = (On(day), At(day));
        Assert.All(offer.Projects, p => Assert.True(offer.Sessions.Count(s => s.Project == p.Id) >= 3, p.Id.ToString()));
        Assert.All(offer.Sessions, s => Assert.InRange(s.Starts, now, now + Duration.FromDays(22)));
        Assert.Contains(offer.Sessions, s => s.Starts < now + Duration.FromDays(2));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Sessions_are_at_times_when_youth_are_free(string day)
    {
        foreach (var session in On(day).Sessions)
        {
            var starts = session.Starts.InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]);
            var free = starts.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? new LocalTime(10, 0) : starts.DayOfWeek is IsoDayOfWeek.Wednesday ? new LocalTime(14, 0) : new LocalTime(15, 0);
            Assert.InRange(starts.TimeOfDay, free, new LocalTime(19, 0));
            Assert.InRange(session.Ends - session.Starts, Duration.FromHours(1), Duration.FromHours(3));
        }
    }

    [Fact]
    public void One_session_has_a_single_seat_and_the_others_four_to_ten()
    {
        var seats = On("2026-11-23T08:00").Trials.Select(s => s.Capacity).ToList();
        Assert.Single(seats, 1);
        Assert.All(seats.Where(s => s != 1), s => Assert.InRange(s, 4, 10));
    }

    [Fact]
    public void Every_site_with_a_balie_has_a_kick_off_and_information_each_week()
    {
        var offer = On("2026-11-23T08:00");
        Assert.All(offer.Sites.Where(s => s.HasBalie), site =>
        {
            var events = offer.Sessions.Where(s => s.Site == site.Id).Select(s => s.Event?.Kind).ToList();
            Assert.Single(events, EventKind.KickOff);
            Assert.Equal(3, events.Count(k => k is EventKind.Information));
        });
    }

    [Fact]
    public void Everything_is_written_in_all_six_languages()
    {
        var offer = On("2026-11-23T08:00");
        Assert.All(offer.Projects, p => AssertWritten(p.Title, p.Description));
        Assert.All(offer.Sites, s => AssertWritten(s.Travel));
        Assert.All(offer.Sessions, s => AssertWritten(s.Bring, s.Route));
        Assert.All(offer.Sessions.Where(s => s.GoTogether.Count > 0), s => AssertWritten(s.GoTogether));
        Assert.Contains(offer.Sessions, s => s.GoTogether.Count > 0);
    }

    static void AssertWritten(params LocalText[] texts) =>
        Assert.All(texts, t => Assert.All(Languages, language => Assert.False(string.IsNullOrWhiteSpace(t.GetValueOrDefault(language)), $"{t["nl"]}: {language}")));

    [Fact]
    public void Titles_fit_a_list_row() =>
        Assert.All(On("2026-11-23T08:00").Projects, p => Assert.All(p.Title, t => Assert.True(t.Value.Length <= 24, t.Value)));

    [Fact]
    public void Nothing_can_be_dialled_and_organisations_say_that_they_are_examples()
    {
        var offer = On("2026-11-23T08:00");
        // A subscriber's number never begins with a zero.
        Assert.All(offer.Sessions, s => Assert.Matches("^0[0-9]{2,3} 000 [0-9]{3,4}$", s.ContactPhone));
        Assert.All(offer.Sites, s => Assert.EndsWith("(voorbeeld)", s.Organisation, StringComparison.Ordinal));
        Assert.All(offer.Projects, p => Assert.EndsWith("(voorbeeld)", p.Organisation, StringComparison.Ordinal));
    }

    [Fact]
    public void Stories_are_never_invented() => Assert.Empty(On("2026-11-23T08:00").Stories);

    [Fact]
    public void Every_site_has_a_code_with_and_one_without_language_that_a_message_carries()
    {
        var codes = DemoOffer.On(File, At("2026-11-23T08:00")).Codes;
        foreach (var site in codes.GroupBy(c => c.Site))
            Assert.Equal((1, 1), (site.Count(c => c.Language is null), site.Count(c => c.Language is not null)));
        Assert.Equal(4, codes.Select(c => c.Site).Distinct().Count());
        Assert.All(codes, c => Assert.Equal(c.Code, Workflow.Referrals.EntryCode.In($"Hoi! MDT-{c.Code}")));
    }

    [Theory]
    [InlineData("sites: [{ id: x, position: [1] }]", "x needs a position")]
    [InlineData("series: [{ project: nope }]", "'nope' refers to nothing")]
    public void A_mistake_in_the_file_is_named(string yaml, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => DemoOffer.On(DemoFile.Parse(yaml), At("2026-11-23T08:00"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_line_that_is_not_understood_is_named() =>
        Assert.Contains("line 2", Assert.Throws<FormatException>(() => DemoFile.Parse("sites:\n  - nope: 1")).Message, StringComparison.Ordinal);
}
