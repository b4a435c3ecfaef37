using MdtChatBot.Bot.Time;
using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Voice;

/// <summary>Adds up what was said: every minute, and when the program stops.</summary>
sealed class SaidWorker(SaidTallies tallies, ClipStore clips, BotClock clock, ILogger<SaidWorker> log) : RoundWorker(TimeSpan.FromMinutes(1), clock, log)
{
    protected override async Task Round(CancellationToken stop)
    {
        var taken = tallies.Take();
        try
        {
            await clips.Add(taken, stop);
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
        await clips.Add(tallies.Take(), CancellationToken.None);
    }
}
