using MdtChatBot.Bot.Staff.Programme;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Programme.Entering;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Bot.Staff.Pages.Programme;

/// <summary>All projects, each with the languages that nobody has written yet.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class ProjectsModel(MyProgramme mine, SiteStore sites) : StaffPage
{
    public IReadOnlyList<Project> Projects { get; private set; } = [];

    public async Task OnGet() => Projects = [.. (await sites.Projects(Stop)).OrderBy(p => p.Title.In(Language.Dutch), StringComparer.CurrentCultureIgnoreCase)];

    public IReadOnlyList<Language> Missing(Project project) => ProjectEntry.Missing(project, mine.Languages);
}
