namespace MdtChatBot.Bot.Time;

/// <summary>Work done in rounds: one at the start, one after each pause, and one whenever the clock was moved. A round that fails is only logged.</summary>
public abstract partial class RoundWorker(TimeSpan pause, BotClock clock, ILogger logger) : BackgroundService
{
    protected abstract Task Round(CancellationToken stop);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var moved = new SemaphoreSlim(0);
        void OnMoved() => moved.Release();
        clock.Moved += OnMoved;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Try(stoppingToken);
                await moved.WaitAsync(pause, stoppingToken);
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

    async Task Try(CancellationToken stop)
    {
        try
        {
            await Round(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(logger, e.GetType().Name, pause);
        }
    }

    [LoggerMessage(2, LogLevel.Warning, "A round failed ({Error}); the next one comes in {Pause}.")]
    static partial void LogFailed(ILogger logger, string error, TimeSpan pause);
}
