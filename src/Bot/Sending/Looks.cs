namespace MdtChatBot.Bot.Sending;

/// <summary>
/// When the sender looks into the queue: at once when told, soon and ever less often after a turn left a message waiting (the one before
/// it may be under way on another node), and otherwise at the pace of the poll.
/// </summary>
sealed class Looks
{
    static readonly TimeSpan s_soonest = TimeSpan.FromMilliseconds(20);

    readonly TimeSpan _poll;

    public Looks(TimeSpan poll) => Next = _poll = poll;

    public bool IsHurried => Next < _poll;

    /// <summary>How long to wait for the next look.</summary>
    public TimeSpan Next { get; private set; }

    public void Hurry() => Next = s_soonest;

    public void Looked() => Next = TimeSpan.FromTicks(Math.Min(Next.Ticks * 2, _poll.Ticks));
}
