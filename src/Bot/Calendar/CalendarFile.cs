using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Bot.Calendar;

/// <summary>A trial session as an iCalendar file (RFC 5545). It names nobody: no youth, no contact, no telephone.</summary>
static class CalendarFile
{
    public static string Write(TrialSession session, Project project, Instant now)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//MdtChatBot//Proefsessie//NL", Method = "PUBLISH" };
        calendar.Events.Add(Event(session, project, now));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    static CalendarEvent Event(TrialSession session, Project project, Instant now) => new()
    {
        // The same for every download, so that a calendar replaces a session that was moved.
        Uid = $"session-{session.Id.Value}@mdt-bot",
        DtStamp = Utc(now),
        Start = Utc(session.Starts),
        End = Utc(session.Ends),
        Summary = Both(project.Title, " / "),
        Description = string.Join("\n\n", new[] { project.Description, session.Bring, session.Route }.Select(t => Both(t, "\n")).Where(t => t.Length > 0)),
        Location = $"{session.Place}, {session.Address}",
        GeographicLocation = new GeographicLocation(session.Position.Latitude, session.Position.Longitude),
        Status = session.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
    };

    // Calendars turn UTC into the phone's own time; no time zone table is needed in the file.
    static CalDateTime Utc(Instant at) => new(at.ToDateTimeUtc(), "UTC");

    static string Both(Workflow.Content.LocalText words, string between) =>
        string.Join(between, new[] { words.In(Language.Dutch), words.In(Language.English) }.Where(w => w.Length > 0).Distinct());
}
