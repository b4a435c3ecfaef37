using NodaTime;

namespace MdtChatBot.Bot.Sending;

/// <summary>A limit of so many at once, and then one per <c>each</c>: full at first, asked with the time. Not safe for several threads.</summary>
public sealed class TokenBucket(int burst, Duration each)
{
    // When the bucket will be full again; each token taken moves it one further.
    Instant _fullAt = Instant.MinValue;

    /// <summary>Takes a token, or says when there will be one.</summary>
    public bool TryTake(Instant now, out Instant free)
    {
        free = FreeAt(now);
        if (free > now) return false;
        _fullAt = Instant.Max(_fullAt, now) + each;
        return true;
    }

    /// <summary>When a token can be taken: <paramref name="now"/> or later.</summary>
    /// <param name="now">The time.</param>
    /// <param name="spare">So many must be left for others then.</param>
    public Instant FreeAt(Instant now, int spare = 0) => _fullAt <= now ? now : Instant.Max(now, _fullAt - (each * (burst - 1 - spare)));

    /// <summary>Nobody took any lately: it says what a new one would say.</summary>
    public bool IsFull(Instant now) => _fullAt <= now;
}
