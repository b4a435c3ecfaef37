using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Referring;

/// <summary>On the start page: how many referrals are back on the list of who looks.</summary>
public sealed class QuietReferralsViewComponent(BackOnList back) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() => View((await back.All(HttpContext.RequestAborted)).Count);
}
