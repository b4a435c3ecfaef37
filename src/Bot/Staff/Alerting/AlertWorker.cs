using MdtChatBot.Bot.Time;

namespace MdtChatBot.Bot.Staff.Alerting;

/// <summary>A round every ten seconds; nothing is written while nobody waits.</summary>
public sealed class AlertWorker(AlertRound round, BotClock clock, ILogger<AlertWorker> logger) : RoundWorker(TimeSpan.FromSeconds(10), clock, logger)
{
    protected override Task Round(CancellationToken stop) => round.Run(stop);
}
