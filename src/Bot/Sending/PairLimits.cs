using MdtChatBot.Workflow;
using NodaTime;

namespace MdtChatBot.Bot.Sending;

/// <summary>
/// WhatsApp's limit between one number and one person: 45 at once, then one per 6 seconds (reference/channels.md 2.6).
/// Each node keeps its own count; above the provider's the provider says so, and the message is tried later. Not safe for several threads.
/// </summary>
public sealed class PairLimits
{
    public const int Burst = 45;

    public static readonly Duration Each = Duration.FromSeconds(6);

    /// <summary>Full buckets are thrown away when there are this many, so that memory follows the youths of the last minutes only.</summary>
    const int SweepAt = 4096;

    readonly Dictionary<YouthId, TokenBucket> _buckets = [];
    int _sweepAt = SweepAt;

    /// <summary>Counts a message to this youth, or says when one may go.</summary>
    public bool TryTake(YouthId youth, Instant now, out Instant free)
    {
        if (!_buckets.TryGetValue(youth, out var bucket))
        {
            if (_buckets.Count >= _sweepAt) Sweep(now);
            _buckets[youth] = bucket = new TokenBucket(Burst, Each);
        }
        return bucket.TryTake(now, out free);
    }

    void Sweep(Instant now)
    {
        foreach (var (youth, bucket) in _buckets)
            if (bucket.IsFull(now)) _buckets.Remove(youth);
        _sweepAt = Math.Max(SweepAt, _buckets.Count * 2);
    }
}
