using MdtChatBot.Bot.Time;

namespace MdtChatBot.Bot.Voice;

/// <summary>Other nodes know a new clip within seconds.</summary>
sealed class ClipWorker(ClipShelf shelf, BotClock clock, ILogger<ClipWorker> log) : RoundWorker(TimeSpan.FromSeconds(10), clock, log)
{
    protected override Task Round(CancellationToken stop) => shelf.Read(stop);
}
