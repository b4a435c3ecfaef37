using MdtChatBot.Bot.Sending;
using MdtChatBot.Bot.Time;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Bot.Voice;

/// <summary>Every minute.</summary>
sealed class SaidWorker(SaidTallies tallies, ClipStore clips, BotClock clock, ILogger<SaidWorker> log)
    : TallyWorker<(SpokenText Text, long Count)>(tallies, TimeSpan.FromMinutes(1), clock, log)
{
    protected override Task Add(IReadOnlyList<(SpokenText Text, long Count)> tallies, CancellationToken stop) => clips.Add(tallies, stop);
}
