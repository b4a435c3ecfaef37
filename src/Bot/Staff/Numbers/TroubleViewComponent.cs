using MdtChatBot.Storage;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Numbers;

/// <summary>On the start page: messages that did not arrive, and inputs that were set aside.</summary>
public sealed class TroubleViewComponent(WorkLists lists, Inbox inbox) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var stop = HttpContext.RequestAborted;
        var undelivered = await lists.Undelivered(stop);
        var aside = await inbox.SetAside(stop);
        return View((undelivered.Sum(u => u.Count), aside.Count));
    }
}
