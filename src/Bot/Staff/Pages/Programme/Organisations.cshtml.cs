using MdtChatBot.Storage;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Bot.Staff.Pages.Programme;

/// <summary>Who offers projects, and how to reach them.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class OrganisationsModel(SiteStore sites) : StaffPage
{
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];

    public ILookup<string, Project> Projects { get; private set; } = Array.Empty<Project>().ToLookup(p => p.Organisation);

    public async Task OnGet()
    {
        Organisations = await sites.Organisations(Stop);
        Projects = (await sites.Projects(Stop)).ToLookup(p => p.Organisation);
    }
}
