using MdtChatBot.Bot.Time;
using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Costs;

/// <summary>Adds up what was counted: every half minute, and when the program stops.</summary>
sealed class TallyWorker(MessageTallies tallies, MessageFigures figures, BotClock clock, ILogger<TallyWorker> log) : RoundWorker(TimeSpan.FromSeconds(30), clock, log)
{
    protected override async Task Round(CancellationToken stop)
    {
        var taken = tallies.Take();
        try
        {
            await figures.Add(taken, stop);
        }
        catch
        {
            tallies.Return(taken);
            throw;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await figures.Add(tallies.Take(), CancellationToken.None);
    }
}
