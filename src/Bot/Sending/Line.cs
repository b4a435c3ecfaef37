using MdtChatBot.Bot.Channels;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Bot.Sending;

/// <summary>
/// The messages waiting for one channel: replies before reminders before invitations, so many under way at once, and within the limits
/// of the provider where there are any. Safe for several threads.
/// </summary>
public sealed class Line(IChannel channel, int maxInFlight, int messagesPerSecond)
{
    /// <summary>Seconds of replies that are kept in memory; what comes above is put back, long before its lease ends.</summary>
    const int SecondsOfReplies = 10;

    /// <summary>Replies kept in memory where no rate is set.</summary>
    const int RepliesWithoutRate = 5_000;

    /// <summary>How many times the sends under way are claimed ahead where no rate is set, so that a claim is not made for a few.</summary>
    const int Ahead = 4;

    readonly Lock _gate = new();
    readonly Queue<Leased>[] _lanes = [new(), new(), new()];
    readonly PairLimits _pairs = new();
    readonly TokenBucket? _rate = RateOf(channel, messagesPerSecond);
    // A quarter of a burst is left by invitations: a reply that comes while a round of them uses up the rate does not wait for it.
    readonly int _spare = IsRated(channel, messagesPerSecond) ? BurstOf(messagesPerSecond) / 4 : 0;
    readonly int _mostReplies = IsRated(channel, messagesPerSecond) ? messagesPerSecond * SecondsOfReplies : RepliesWithoutRate;
    readonly int _mostOthers = IsRated(channel, messagesPerSecond) ? messagesPerSecond : maxInFlight * Ahead;
    int _held;
    int _inFlight;

    public Line(IChannel channel, PipelineOptions options) : this(channel, options.MaxInFlight, options.MessagesPerSecond) { }

    public IChannel Channel => channel;

    /// <summary>Not counting those under way.</summary>
    public int Held
    {
        get { lock (_gate) return _held; }
    }

    /// <summary>
    /// How many more may be claimed from the queue: a second's worth is held, no more, so that a reply that waits there is not behind
    /// many reminders that wait here.
    /// </summary>
    public int Room
    {
        get { lock (_gate) return Math.Max(0, _mostOthers - _held); }
    }

    /// <summary>Half of what may be held is gone: worth a claim.</summary>
    public bool IsRoomy
    {
        get { lock (_gate) return _held <= _mostOthers / 2; }
    }

    public int InFlight
    {
        get { lock (_gate) return _inFlight; }
    }

    /// <summary>False when there are so many that this one would wait too long: it belongs back in the queue.</summary>
    public bool Add(Leased leased)
    {
        lock (_gate)
        {
            if (_held >= (leased.Message.Lane == Lane.Reply ? _mostReplies : _mostOthers)) return false;
            _lanes[(int)leased.Message.Lane].Enqueue(leased);
            _held++;
            return true;
        }
    }

    /// <summary>What to do next. After <see cref="NextSend.Go"/> the caller owes a call of <see cref="Finished"/>.</summary>
    public NextSend Next(Instant now)
    {
        lock (_gate)
        {
            if (_held == 0 || _inFlight >= maxInFlight) return NextSend.Nothing.Now;
            if (_rate?.FreeAt(now, _held > _lanes[(int)Lane.Invitation].Count ? 0 : _spare) is { } free && free > now) return new NextSend.Wait(free);
            return Judge(Dequeue(), now);
        }
    }

    NextSend Judge(Leased leased, Instant now)
    {
        if (leased.IsLost(now)) return new NextSend.Forget(leased);
        if (leased.IsTooOldToSend(now)) return new NextSend.PutBack(leased, now);
        if (_rate is not null)
        {
            if (!_pairs.TryTake(leased.Message.Youth, now, out var free)) return new NextSend.PutBack(leased, free);
            _rate.TryTake(now, out _);
        }
        _inFlight++;
        return new NextSend.Go(leased);
    }

    public void Finished()
    {
        lock (_gate) _inFlight--;
    }

    /// <summary>Takes out all that wait.</summary>
    public IReadOnlyList<Leased> Empty()
    {
        lock (_gate)
        {
            var all = new List<Leased>(_held);
            while (_held > 0) all.Add(Dequeue());
            return all;
        }
    }

    Leased Dequeue()
    {
        _held--;
        foreach (var lane in _lanes)
            if (lane.TryDequeue(out var leased)) return leased;
        throw new InvalidOperationException("The count of messages held is wrong.");
    }

    /// <summary>
    /// A quarter of a second's messages may go at once, so that a timer that is late, or a machine that stands still for a moment, costs no
    /// speed: what was not sent meanwhile is caught up.
    /// </summary>
    static TokenBucket? RateOf(IChannel channel, int perSecond) =>
        IsRated(channel, perSecond) ? new TokenBucket(BurstOf(perSecond), Duration.FromSeconds(1) / perSecond) : null;

    static int BurstOf(int perSecond) => Math.Max(1, perSecond / 4);

    static bool IsRated(IChannel channel, int perSecond) => channel.IsLimited && perSecond > 0;
}
