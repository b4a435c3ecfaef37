using MdtChatBot.Bot.Time;
using MdtChatBot.Bot.Turns;

namespace MdtChatBot.Bot.Inviting;

/// <summary>Looks often while a round is being sent, seldom otherwise, and at once when somebody here started one or the clock was moved.</summary>
public sealed partial class BroadcastWorker(BroadcastRound round, BotClock clock, ILogger<BroadcastWorker> log) : BackgroundService
{
    static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim _told = new(0);

    /// <summary>Looks now.</summary>
    public void Tell()
    {
        if (_told.CurrentCount == 0) _told.Release();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        clock.Moved += Tell;
        try
        {
            while (!stoppingToken.IsCancellationRequested) await _told.WaitAsync(await Look(stoppingToken) ? Busy : Idle, stoppingToken);
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

    public override void Dispose()
    {
        _told.Dispose();
        base.Dispose();
    }

    async Task<bool> Look(CancellationToken stop)
    {
        try
        {
            return await round.Run(stop);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            LogTrouble(Faults.NameOf(thrown), Faults.PlaceOf(thrown));
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Rounds of invitations can't be looked at now: {Error} in {Place}")]
    partial void LogTrouble(string error, string place);
}
