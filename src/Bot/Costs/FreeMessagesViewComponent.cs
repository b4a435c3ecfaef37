using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Numbers;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace MdtChatBot.Bot.Costs;

/// <summary>On the start page of coordinators: the free messages of this month are nearly used up. Nothing otherwise.</summary>
public sealed class FreeMessagesViewComponent(MessageFigures figures, TwilioOptions twilio, CostOptions costs, IClock clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        View(MonthCosts.Of(twilio.IsOn ? await figures.Of(twilio.WhatsAppNumber, Month.Of(clock.GetCurrentInstant()), HttpContext.RequestAborted) : [], costs));
}
