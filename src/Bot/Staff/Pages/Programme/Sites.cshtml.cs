using MdtChatBot.Bot.Staff.Programme;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Bot.Staff.Pages.Programme;

/// <summary>The sites that somebody looks after.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class SitesModel(MyProgramme mine, StaffStore staff) : StaffPage
{
    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public IReadOnlyDictionary<StaffId, string> Names { get; private set; } = new Dictionary<StaffId, string>();

    public async Task OnGet()
    {
        Sites = await mine.Sites(Stop);
        Names = (await staff.All(Stop)).ToDictionary(m => m.Id, m => m.Name);
    }
}
