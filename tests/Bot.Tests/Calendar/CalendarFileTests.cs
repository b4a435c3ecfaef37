using MdtChatBot.Bot.Calendar;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Calendar;

public class CalendarFileTests
{
    static readonly Instant Now = Instant.FromUtc(2026, 3, 3, 9, 0);

    static readonly Project Cooking = new()
    {
        Id = new ProjectId("samen-koken"),
        Organisation = "MDT Deventer",
        Title = new LocalText { ["nl"] = "Samen koken", ["en"] = "Cooking together" },
        Description = new LocalText { ["nl"] = "We koken, en eten samen.", ["en"] = "We cook, and eat together." },
        Interests = [Interest.Cooking],
    };

    static readonly TrialSession Thursday = new()
    {
        Id = new SessionId(42),
        Project = Cooking.Id,
        Site = new SiteId("deventer"),
        Starts = Instant.FromUtc(2026, 3, 5, 13, 30),
        Ends = Instant.FromUtc(2026, 3, 5, 15, 30),
        Place = "Buurthuis De Schalm",
        Address = "Dreef 1, Deventer",
        Position = new GeoPoint(52.25, 6.16),
        Capacity = 8,
        ContactName = "Fatma",
        ContactPhone = "0570-000000",
        Bring = new LocalText { ["nl"] = "Een schort", ["en"] = "An apron" },
    };

    [Fact]
    public void A_session_is_an_event_with_time_place_and_words_in_Dutch_and_English() => Assert.Equal(
        [
            "BEGIN:VCALENDAR",
            "METHOD:PUBLISH",
            "PRODID:-//MdtChatBot//Proefsessie//NL",
            "VERSION:2.0",
            "BEGIN:VEVENT",
            @"DESCRIPTION:We koken\, en eten samen.\nWe cook\, and eat together.\n\nEen schort\nAn apron",
            "DTEND:20260305T153000Z",
            "DTSTAMP:20260303T090000Z",
            "DTSTART:20260305T133000Z",
            "GEO:52.250000;6.160000",
            @"LOCATION:Buurthuis De Schalm\, Dreef 1\, Deventer",
            "SEQUENCE:0",
            "STATUS:CONFIRMED",
            "SUMMARY:Samen koken / Cooking together",
            "UID:session-42@mdt-bot",
            "END:VEVENT",
            "END:VCALENDAR",
        ],
        Lines(Write(Thursday, Cooking)));

    [Fact]
    public void A_moved_session_keeps_its_name_in_the_calendar_so_that_the_old_time_is_replaced()
    {
        var moved = Thursday with { Starts = Thursday.Starts + Duration.FromDays(1), Ends = Thursday.Ends + Duration.FromDays(1) };

        var lines = Lines(Write(moved, Cooking));

        Assert.Contains("UID:session-42@mdt-bot", lines);
        Assert.Contains("DTSTART:20260306T133000Z", lines);
    }

    [Fact]
    public void A_cancelled_session_says_so() =>
        Assert.Contains("STATUS:CANCELLED", Lines(Write(Thursday with { Cancelled = true }, Cooking)));

    [Fact]
    public void Anybody_may_have_the_file_so_it_names_no_person_and_no_telephone()
    {
        var file = Write(Thursday, Cooking);

        Assert.DoesNotContain("Fatma", file, StringComparison.Ordinal);
        Assert.DoesNotContain("0570", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_are_the_same_in_both_languages_stand_once()
    {
        var named = Cooking with { Title = LocalText.Same("Repair Café") };

        Assert.Contains("SUMMARY:Repair Café", Lines(Write(Thursday, named)));
    }

    // Long lines are folded: a line that starts with a space belongs to the one before (RFC 5545, 3.1).
    static List<string> Lines(string file) => [.. file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];

    [Fact]
    public void An_event_without_a_name_is_called_what_its_kind_is_called()
    {
        var kickOff = Thursday with { Project = null, Event = new Event(EventKind.KickOff) };
        Assert.Contains("SUMMARY:MDT-kick-off / MDT kick-off", Lines(Write(kickOff, Cooking)));
        Assert.Contains("SUMMARY:Slotfeest", Lines(Write(kickOff with { Event = new Event(EventKind.Closing) { Title = LocalText.Same("Slotfeest") } }, Cooking)));
    }

    [Fact]
    public void A_calendar_to_subscribe_to_has_a_name_and_all_of_its_events()
    {
        var file = CalendarFile.Write([Thursday, Thursday with { Id = new SessionId(43) }], new Offer([], [Cooking], [], []), Words, Now, "Deventer");
        Assert.Equal(2, Lines(file).Count(l => l is "BEGIN:VEVENT"));
        Assert.Contains("X-WR-CALNAME:MDT Deventer", Lines(file));
    }

    static Catalogue Words { get; } = new ContentFiles(Options.Create(new ContentOptions())).Catalogue();

    static string Write(TrialSession session, Project project) => CalendarFile.Write([session], new Offer([], [project], [], []), Words, Now);

}
