using MdtChatBot.Bot.Time;

namespace MdtChatBot.Bot.Texts;

/// <summary>Looks every two seconds whether a text was changed on another node.</summary>
sealed class LiveTextsWorker(LiveTexts texts, BotClock clock, ILogger<LiveTextsWorker> log) : RoundWorker(TimeSpan.FromSeconds(2), clock, log)
{
    protected override Task Round(CancellationToken stop) => texts.Refresh(stop);
}
