using MdtChatBot.Bot.Staff.Numbers;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Trouble;

/// <summary>Messages that did not arrive, by reason in plain words; inputs that failed three times, each with another try.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class IndexModel(MyTroubles troubles, Inbox inbox, TurnSignal signal) : StaffPage
{
    public IReadOnlyList<(string Why, int Count)> Undelivered { get; private set; } = [];

    public IReadOnlyList<AsideLine> Aside { get; private set; } = [];

    public async Task OnGet()
    {
        Undelivered =
        [
            .. (await troubles.Undelivered(Stop)).GroupBy(u => WhyUndelivered.Of(u.State, u.Code))
                .Select(g => (g.Key, g.Sum(u => u.Count)))
                .OrderByDescending(u => u.Item2),
        ];
        Aside = await troubles.Aside(Stop);
    }

    public async Task<IActionResult> OnPostReplay(long id)
    {
        if ((await troubles.Aside(Stop)).FirstOrDefault(a => a.Id == id) is not { } aside || !await inbox.Replay(id, Stop))
        {
            Say("trouble.said.gone");
            return Redirect("/staff/trouble");
        }

        signal.Raise();
        await Audit("trouble.replayed", aside.Youth, aside.Site);
        Say("trouble.said.replayed");
        return Redirect("/staff/trouble");
    }
}
