using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;

namespace MdtChatBot.Bot.Staff.Programme;

/// <summary>What staff read as the name of a session, and where it is shown: its project in Dutch, or the event as it was named, or its kind.</summary>
public static class SessionTitles
{
    /// <summary>The list of events; the page of one has its number behind it.</summary>
    public const string Events = "/staff/programme/events";

    /// <summary>Where an event is planned.</summary>
    public const string NewEvent = "/staff/programme/new-event";

    /// <summary>The page on which a session is looked at afterwards: the week, or the event's own.</summary>
    public static string Home(this TrialSession session) =>
        session.Event is null ? $"/staff/programme?from={session.Starts.InZone(StaffTexts.Zone).Date:uuuu-MM-dd}" : $"{Events}/{session.Id.Value}";

    public static string TitleOf(this StaffWords words, ProjectId? project, Event? happening, IEnumerable<Project> projects) =>
        happening is null ? projects.FirstOrDefault(p => p.Id == project)?.Title.In(Language.Dutch) ?? project?.Value ?? ""
        : happening.Title.In(Language.Dutch) is { Length: > 0 } title ? title
        : words["events.kinds." + happening.Kind];

    public static string TitleOf(this StaffWords words, TrialSession session, IEnumerable<Project> projects) =>
        words.TitleOf(session.Project, session.Event, projects);

    /// <summary>The same, where the projects are not at hand.</summary>
    public static async Task<string> TitleOf(this StaffWords words, TrialSession session, SiteStore sites, CancellationToken stop) =>
        words.TitleOf(session, session.Project is { } id && await sites.Project(id, stop) is { } project ? [project] : []);
}
