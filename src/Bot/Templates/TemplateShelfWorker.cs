using MdtChatBot.Bot.Time;
using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Templates;

/// <summary>Looks every few seconds which templates are approved: another node, or <c>templates sync</c>, may have heard of it.</summary>
sealed class TemplateShelfWorker(TemplateShelf shelf, TemplateStore store, BotClock clock, ILogger<TemplateShelfWorker> log)
    : RoundWorker(TimeSpan.FromSeconds(5), clock, log)
{
    protected override async Task Round(CancellationToken stop) => shelf.Approved = await store.Approved(stop);
}
