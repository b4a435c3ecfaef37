namespace MdtChatBot.Bot.Staff.Live;

/// <summary>While a page is open on this node, looks twice a second for what other nodes and turns have changed.</summary>
public sealed partial class TopicWatch(StaffEvents events, ILogger<TopicWatch> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await events.UntilAnybodyListens(stoppingToken);
                await Look(stoppingToken);
                await Task.Delay(Every, stoppingToken);
                if (!events.AnybodyListens) events.Rest();
            }
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }

    async Task Look(CancellationToken stop)
    {
        try
        {
            await events.Look(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogBlind(log, e.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Changes for open staff pages can't be read ({Error}); looked for again in a moment.")]
    static partial void LogBlind(ILogger log, string error);
}
