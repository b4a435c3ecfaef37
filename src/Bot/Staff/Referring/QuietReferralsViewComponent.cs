using MdtChatBot.Storage;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Referring;

/// <summary>On the start page: how many referrals are back on the list of who looks; of their sites for a coordinator.</summary>
public sealed class QuietReferralsViewComponent(ReferralStore referrals, MySites sites, StaffUser who, IClock clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var stop = HttpContext.RequestAborted;
        var now = clock.GetCurrentInstant();
        var back = who.Is(StaffRole.Coordinator)
            ? await referrals.BackAt([.. (await sites.All(stop)).Select(s => s.Id)], ReferralLists.Longest, now, stop)
            : await referrals.BackOf(who.Id, ReferralLists.Longest, now, stop);
        return View(back.Count);
    }
}

/// <summary>How long lists are at most.</summary>
static class ReferralLists
{
    public const int Longest = 100;
}
