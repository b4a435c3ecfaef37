using MdtChatBot.Bot.Staff.Numbers;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Trouble;

/// <summary>Messages that did not arrive, by reason in plain words; inputs that failed three times, each with another try.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class IndexModel(WorkLists lists, Inbox inbox, YouthSearch youths) : StaffPage
{
    public IReadOnlyList<(string Why, int Count)> Undelivered { get; private set; } = [];

    public IReadOnlyList<SetAsideInput> Aside { get; private set; } = [];

    public async Task OnGet()
    {
        Undelivered =
        [
            .. (await lists.Undelivered(Stop)).GroupBy(u => WhyUndelivered.Of(u.State, u.Code))
                .Select(g => (g.Key, g.Sum(u => u.Count)))
                .OrderByDescending(u => u.Item2),
        ];
        Aside = await MyAside();
    }

    public async Task<IActionResult> OnPostReplay(long id)
    {
        if ((await MyAside()).FirstOrDefault(a => a.Id == id) is not { } aside || !await inbox.Replay(id, Stop))
        {
            Say("trouble.said.gone");
            return Redirect("/staff/trouble");
        }

        await Audit("trouble.replayed", aside.Youth);
        Say("trouble.said.replayed");
        return Redirect("/staff/trouble");
    }

    // A handful: each input has failed three times.
    async Task<IReadOnlyList<SetAsideInput>> MyAside()
    {
        var mine = new List<SetAsideInput>();
        foreach (var aside in await inbox.SetAside(Stop))
            if (await youths.Find(aside.Youth, Stop) is { } youth && Who.MaySee(youth.Site)) mine.Add(aside);
        return mine;
    }
}
