using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Numbers;

/// <summary>On the start page: messages to one’s youths that did not arrive, and inputs of theirs that were set aside.</summary>
public sealed class TroubleViewComponent(MyTroubles troubles) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var stop = HttpContext.RequestAborted;
        var undelivered = await troubles.Undelivered(stop);
        var aside = await troubles.Aside(stop);
        return View((undelivered.Sum(u => u.Count), aside.Count));
    }
}
