using MdtChatBot.Bot.Time;

namespace MdtChatBot.Bot.Turns;

/// <summary>Runs turns as long as there are any, in one or more loops side by side; otherwise waits to be woken.</summary>
/// <remarks>
/// A youth that another loop or node holds is skipped, and nothing wakes this one for it: whoever holds the youth claims again after
/// its commit. Inputs that a dead node left, and timers, are found by the poll of the first loop.
/// </remarks>
public sealed partial class TurnWorker(TurnRound round, TurnSignal signal, BotClock clock, PipelineOptions options, ILogger<TurnWorker> log)
    : BackgroundService
{
    static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        clock.Moved += signal.Raise;
        try
        {
            var loops = Enumerable.Range(0, options.Workers);
            await Task.WhenAll(loops.Select(n => Task.Run(() => Loop(n == 0 ? options.Poll : Timeout.InfiniteTimeSpan, stoppingToken), CancellationToken.None)));
        }
        finally
        {
            clock.Moved -= signal.Raise;
        }
    }

    async Task Loop(TimeSpan poll, CancellationToken stop)
    {
        var alone = 0;
        var pause = TimeSpan.Zero;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var done = await round.Run(options.BatchSize, alone > 0, stop);
                alone = done switch
                {
                    { Split: true } => done.Claimed,
                    { Claimed: 0 } => 0,
                    _ => Math.Max(0, alone - 1),
                };
                pause = TimeSpan.Zero;
                if (done.Split) LogSplit(done.Claimed);
                if (done.Claimed == 0) await signal.Wait(poll, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception thrown)
            {
                LogTrouble(Faults.NameOf(thrown), Faults.PlaceOf(thrown));
                // A deadlock is gone at once; a database that is away is not asked more than once a second.
                pause = Longer(pause);
                await Task.Delay(pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    static TimeSpan Longer(TimeSpan pause) =>
        TimeSpan.FromMilliseconds(Math.Clamp(pause.TotalMilliseconds * 2, 20, s_longestPause.TotalMilliseconds));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of {Turns} turns failed and is tried one by one")]
    partial void LogSplit(int turns);

    [LoggerMessage(Level = LogLevel.Error, Message = "Turns can't be run now: {Error} in {Place}; trying again")]
    partial void LogTrouble(string error, string place);
}
