using MdtChatBot.Storage;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace MdtChatBot.Bot.Staff;

/// <summary>On the start page: who waits for me, and who waits at all.</summary>
public sealed class WaitingViewComponent(HandoffLists lists, StaffUser user, IClock clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() => View(await lists.Of(user.Me, clock.GetCurrentInstant(), HttpContext.RequestAborted));
}
