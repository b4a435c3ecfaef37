using MdtChatBot.Bot.Time;

namespace MdtChatBot.Bot.Templates;

/// <summary>Asks Twilio every hour how the templates stand: one that WhatsApp paused must not be sent.</summary>
sealed class TemplatePollWorker(TemplateSync sync, BotClock clock, ILogger<TemplatePollWorker> log) : RoundWorker(TimeSpan.FromHours(1), clock, log)
{
    protected override Task Round(CancellationToken stop) => sync.Poll(stop);
}
