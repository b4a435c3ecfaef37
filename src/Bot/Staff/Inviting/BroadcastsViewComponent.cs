using MdtChatBot.Storage;
using MdtChatBot.Workflow.Invitations;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Inviting;

/// <summary>On the start page: rounds that wait for a second person, and those that stopped by themselves.</summary>
public sealed class BroadcastsViewComponent(MyBroadcasts mine) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var stop = HttpContext.RequestAborted;
        var waiting = (await mine.All(stop)).Where(b => b.State is BroadcastState.WaitingForSecond or BroadcastState.Stopped).ToList();
        return View(new WaitingBroadcasts(waiting, await mine.Offer(stop)));
    }
}

/// <summary>What its view shows.</summary>
public sealed record WaitingBroadcasts(IReadOnlyList<Broadcast> Rounds, Workflow.Programme.Offer Offer);
