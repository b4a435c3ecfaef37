using MdtChatBot.Bot.Sending;
using MdtChatBot.Bot.Time;
using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Costs;

/// <summary>Every half minute.</summary>
sealed class MessageTallyWorker(MessageTallies tallies, MessageFigures figures, BotClock clock, ILogger<MessageTallyWorker> log)
    : TallyWorker<MessageTally>(tallies, TimeSpan.FromSeconds(30), clock, log)
{
    protected override Task Add(IReadOnlyList<MessageTally> tallies, CancellationToken stop) => figures.Add(tallies, stop);
}
