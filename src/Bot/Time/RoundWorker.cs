using MdtChatBot.Bot.Turns;

namespace MdtChatBot.Bot.Time;

/// <summary>
/// Work done in rounds: one at the start, one after each pause, and one whenever the clock was moved or somebody here says that there is something to do.
/// A round that fails is only logged.
/// </summary>
public abstract partial class RoundWorker(TimeSpan pause, BotClock clock, ILogger logger) : BackgroundService
{
    readonly SemaphoreSlim _told = new(0);

    /// <summary>From the end of a round to the next, as the last one found it.</summary>
    protected virtual TimeSpan Pause => pause;

    /// <summary>A round now, or after the one that is under way.</summary>
    public void Tell()
    {
        if (_told.CurrentCount == 0) _told.Release();
    }

    public override void Dispose()
    {
        _told.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task Round(CancellationToken stop);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        clock.Moved += Tell;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Try(stoppingToken);
                await _told.WaitAsync(Pause, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
        finally
        {
            clock.Moved -= Tell;
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
            LogFailed(logger, Faults.NameOf(e), Faults.PlaceOf(e), Pause);
        }
    }

    [LoggerMessage(2, LogLevel.Warning, "A round failed ({Error} in {Place}); the next one comes in {Pause}.")]
    static partial void LogFailed(ILogger logger, string error, string place, TimeSpan pause);
}
