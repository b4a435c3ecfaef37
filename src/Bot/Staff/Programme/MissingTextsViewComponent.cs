using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme.Entering;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Programme;

/// <summary>On the start page: projects that run soon at a site and have no text in a language that youth there speak.</summary>
public sealed class MissingTextsViewComponent(MyProgramme mine, SiteStore sites, SessionStore sessions, IClock clock) : ViewComponent
{
    static readonly Duration Ahead = Duration.FromDays(30);

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var stop = HttpContext.RequestAborted;
        var now = clock.GetCurrentInstant();
        var projects = (await sites.Projects(stop)).ToDictionary(p => p.Id);
        var here = (await mine.Sites(stop)).Select(s => s.Id).ToList();
        var spoken = await sites.Spoken(here, mine.Languages, stop);
        var missing = new Dictionary<ProjectId, HashSet<Language>>();
        foreach (var (site, project) in await sessions.Running(here, now, now + Ahead, stop))
            foreach (var language in ProjectEntry.Missing(projects[project], spoken[site])) (missing.TryGetValue(project, out var set) ? set : missing[project] = []).Add(language);
        return View(missing.Select(m => (projects[m.Key], (IReadOnlyList<Language>)[.. m.Value])).ToList());
    }
}
