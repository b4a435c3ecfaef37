using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Programme;

namespace MdtChatBot.Bot.Staff.Pages.Codes;

/// <summary>The codes of my sites.</summary>
public sealed class IndexModel(CodeStore codes, MySites sites) : StaffPage
{
    public IReadOnlyList<(Site Site, IReadOnlyList<CodeLine> Codes)> BySite { get; private set; } = [];

    public async Task OnGet()
    {
        var mine = await sites.All(Stop);
        var found = (await codes.At([.. mine.Select(s => s.Id)], Stop)).ToLookup(c => c.Code.Site);
        BySite = [.. mine.Select(s => (s, (IReadOnlyList<CodeLine>)[.. found[s.Id]]))];
    }
}
