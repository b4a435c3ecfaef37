using MdtChatBot.Bot.Time;

namespace MdtChatBot.Bot.Turns;

/// <summary>Runs turns as long as there are any, in one or more loops side by side; otherwise waits to be woken.</summary>
/// <remarks>
/// One loop more helps while batches are full (a hundred thousand reminders due at 18:00): one batch is decided while the other is written.
/// With little to do it would only halve the batches.
/// A youth that another loop or node holds is skipped, and nothing wakes this one for it: whoever holds the youth claims again after
/// its commit. Inputs that a dead node left, and timers, are found by the poll of the first loop.
/// </remarks>
public sealed partial class TurnWorker(TurnRound round, TurnSignal signal, BotClock clock, PipelineOptions options, ILogger<TurnWorker> log)
    : BackgroundService
{
    static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(1);

    readonly TurnSignal _backlog = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        clock.Moved += signal.Raise;
        try
        {
            var loops = Enumerable.Range(0, options.Workers).Select(n => Start(signal, enough: 1, n == 0 ? options.Poll : Timeout.InfiniteTimeSpan, stoppingToken));
            await Task.WhenAll([.. loops, Start(_backlog, enough: options.BatchSize, Timeout.InfiniteTimeSpan, stoppingToken)]);
        }
        finally
        {
            clock.Moved -= signal.Raise;
        }
    }

    public override void Dispose()
    {
        _backlog.Dispose();
        base.Dispose();
    }

    Task Start(TurnSignal wake, int enough, TimeSpan poll, CancellationToken stop) => Task.Run(() => Loop(wake, enough, poll, stop), CancellationToken.None);

    /// <param name="enough">With fewer turns in a batch than this, the loop waits to be woken.</param>
    async Task Loop(TurnSignal wake, int enough, TimeSpan poll, CancellationToken stop)
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
                if (done.Claimed >= options.BatchSize) _backlog.Raise();
                if (done.Claimed < enough && alone == 0) await wake.Wait(poll, stop);
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
