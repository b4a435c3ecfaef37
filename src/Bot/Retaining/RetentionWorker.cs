using MdtChatBot.Bot.Time;

namespace MdtChatBot.Bot.Retaining;

/// <summary>A round each hour.</summary>
public sealed partial class RetentionWorker(RetentionRound round, BotClock clock, ILogger<RetentionWorker> logger)
    : RoundWorker(TimeSpan.FromHours(1), clock, logger)
{
    protected override async Task Round(CancellationToken stop)
    {
        var erased = await round.Run(stop);
        if (erased > 0) LogErasing(logger, erased);
    }

    [LoggerMessage(1, LogLevel.Information, "The time to keep data is over for {Youths} youths: erasing.")]
    static partial void LogErasing(ILogger logger, int youths);
}
