using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Bot.Calendar;

/// <summary>Sessions as an iCalendar file (RFC 5545). It names nobody: no youth, no contact, no telephone.</summary>
static class CalendarFile
{
    /// <param name="sessions">Of one calendar.</param>
    /// <param name="offer">Where their projects are.</param>
    /// <param name="words">The names of kinds of events.</param>
    /// <param name="now">When it is written.</param>
    /// <param name="site">What a calendar to subscribe to is called; empty for a single session.</param>
    public static string Write(IReadOnlyList<TrialSession> sessions, Offer offer, Catalogue words, Instant now, string site = "")
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//MdtChatBot//Proefsessie//NL", Method = "PUBLISH" };
        if (site.Length > 0) calendar.AddProperty("X-WR-CALNAME", $"MDT {site}");
        foreach (var session in sessions) calendar.Events.Add(Event(session, TitleOf(session, offer, words), offer.ProjectOf(session)?.Description ?? [], now));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    static CalendarEvent Event(TrialSession session, LocalText title, LocalText description, Instant now) => new()
    {
        // The same for every download, so that a calendar replaces a session that was moved.
        Uid = $"session-{session.Id.Value}@mdt-bot",
        DtStamp = Utc(now),
        Start = Utc(session.Starts),
        End = Utc(session.Ends),
        Summary = Both(title, " / "),
        Description = string.Join("\n\n", new[] { description, session.Bring, session.Route }.Select(t => Both(t, "\n")).Where(t => t.Length > 0)),
        Location = $"{session.Place}, {session.Address}",
        GeographicLocation = new GeographicLocation(session.Position.Latitude, session.Position.Longitude),
        Status = session.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
    };

    static LocalText TitleOf(TrialSession session, Offer offer, Catalogue words)
    {
        if (offer.ProjectOf(session) is { } project) return project.Title;
        if (session.Event is { Title.Count: > 0 } named) return named.Title;
        var kind = EventKinds.Name(session.Event!.Kind);
        return new LocalText { [Language.Dutch.Code] = words.Write(kind, Language.Dutch), [Language.English.Code] = words.Write(kind, Language.English) };
    }

    // Calendars turn UTC into the phone's own time; no time zone table is needed in the file.
    static CalDateTime Utc(Instant at) => new(at.ToDateTimeUtc(), "UTC");

    static string Both(LocalText words, string between) =>
        string.Join(between, new[] { words.In(Language.Dutch), words.In(Language.English) }.Where(w => w.Length > 0).Distinct());
}
