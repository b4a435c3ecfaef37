using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Time;

/// <summary>Adds up the figures each minute: so old are those on a page at most.</summary>
public sealed class FigureWorker(FigureStore figures, BotClock clock, ILogger<FigureWorker> logger) : RoundWorker(TimeSpan.FromMinutes(1), clock, logger)
{
    protected override Task Round(CancellationToken stop) => figures.AddUp(stop);
}
