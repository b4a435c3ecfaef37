using MdtChatBot.Bot.Time;

namespace MdtChatBot.Bot.Inviting;

/// <summary>Looks often while a round of invitations is being sent, seldom otherwise, and at once when somebody here started one.</summary>
public sealed class BroadcastWorker(BroadcastRound round, BotClock clock, ILogger<BroadcastWorker> log) : RoundWorker(TimeSpan.FromSeconds(5), clock, log)
{
    static readonly TimeSpan s_whileSending = TimeSpan.FromMilliseconds(100);

    bool _isSending;

    protected override TimeSpan Pause => _isSending ? s_whileSending : base.Pause;

    protected override async Task Round(CancellationToken stop)
    {
        _isSending = false;
        _isSending = await round.Run(stop);
    }
}
