using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Storage;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Numbers;

/// <summary>On the start page: who may not come to the sessions of today and tomorrow.</summary>
public sealed class AtRiskViewComponent(TroubleStore troubles, MySites sites, IClock clock) : ViewComponent
{
    const int Most = 20;

    static readonly Duration Ahead = Duration.FromDays(2);

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var stop = HttpContext.RequestAborted;
        var now = clock.GetCurrentInstant();
        return View(await troubles.AtRisk([.. (await sites.All(stop)).Select(s => s.Id)], now, now + Ahead, Most, stop));
    }
}
