using MdtChatBot.Bot.Time;

namespace MdtChatBot.Bot.Sending;

/// <summary>What was counted while sending, on its way to the database.</summary>
public interface ITallies<TRow>
{
    /// <summary>All there are; whoever takes them adds them up or returns them.</summary>
    IReadOnlyList<TRow> Take();

    void Return(IReadOnlyList<TRow> tallies);
}

/// <summary>Adds up what was counted: every so often, and when the program stops.</summary>
abstract class TallyWorker<TRow>(ITallies<TRow> tallies, TimeSpan every, BotClock clock, ILogger log) : RoundWorker(every, clock, log)
{
    protected abstract Task Add(IReadOnlyList<TRow> tallies, CancellationToken stop);

    protected override async Task Round(CancellationToken stop)
    {
        var taken = tallies.Take();
        try
        {
            await Add(taken, stop);
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
        await Add(tallies.Take(), CancellationToken.None);
    }
}
