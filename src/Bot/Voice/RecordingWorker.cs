using MdtChatBot.Bot.Time;

namespace MdtChatBot.Bot.Voice;

/// <summary>A round every ten minutes.</summary>
sealed class RecordingWorker(RecordingRound round, BotClock clock, ILogger<RecordingWorker> log) : RoundWorker(TimeSpan.FromMinutes(10), clock, log)
{
    protected override Task Round(CancellationToken stop) => round.Run(stop);
}
