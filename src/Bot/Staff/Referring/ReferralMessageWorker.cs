using MdtChatBot.Bot.Time;

namespace MdtChatBot.Bot.Staff.Referring;

/// <summary>Those that had to wait: for a template, or for the morning.</summary>
sealed class ReferralMessageWorker(ReferralMessages messages, BotClock clock, ILogger<ReferralMessageWorker> log) : RoundWorker(TimeSpan.FromMinutes(1), clock, log)
{
    protected override Task Round(CancellationToken stop) => messages.Tell(stop);
}
