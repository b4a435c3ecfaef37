using MdtChatBot.Bot.Time;

namespace MdtChatBot.Bot.Voice;

/// <summary>Looks each second whether somebody said something: they wait for an answer.</summary>
sealed class ListeningWorker(ListeningRound round, BotClock clock, ILogger<ListeningWorker> log) : RoundWorker(TimeSpan.FromSeconds(1), clock, log)
{
    protected override async Task Round(CancellationToken stop)
    {
        while (await round.Run(stop) > 0) { }
    }
}
