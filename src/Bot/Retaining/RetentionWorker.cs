using MdtChatBot.Bot.Time;

namespace MdtChatBot.Bot.Retaining;

/// <summary>A round each hour, and one whenever the clock was moved.</summary>
public sealed partial class RetentionWorker(RetentionRound round, BotClock clock, ILogger<RetentionWorker> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var moved = new SemaphoreSlim(0);
        void OnMoved() => moved.Release();
        clock.Moved += OnMoved;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Run(stoppingToken);
                await moved.WaitAsync(Pause, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
        finally
        {
            clock.Moved -= OnMoved;
        }
    }

    async Task Run(CancellationToken stop)
    {
        try
        {
            var erased = await round.Run(stop);
            if (erased > 0) Log.Erasing(logger, erased);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.Failed(logger, e.GetType().Name);
        }
    }

    static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The time to keep data is over for {Youths} youths: erasing.")]
        public static partial void Erasing(ILogger logger, int youths);

        [LoggerMessage(2, LogLevel.Warning, "A retention round failed ({Error}); the next one comes in an hour.")]
        public static partial void Failed(ILogger logger, string error);
    }
}
