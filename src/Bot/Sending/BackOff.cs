using MdtChatBot.Storage;
using NodaTime;

namespace MdtChatBot.Bot.Sending;

/// <summary>When a message is tried or looked for again.</summary>
public static class BackOff
{
    /// <summary>A message that the provider put off this often fails.</summary>
    public const int MostAttempts = 5;

    /// <summary>The provider's list may lag; after this a message that is not in it was not sent.</summary>
    public static readonly Duration FirstLook = Duration.FromSeconds(20);

    /// <summary>A message whose fate nobody could tell for this long fails, so that those behind it go on.</summary>
    public static readonly Duration GiveUpLooking = Duration.FromHours(24);

    static readonly Duration s_longestLook = Duration.FromMinutes(10);

    static readonly Duration[] s_waits = [Duration.FromSeconds(5), Duration.FromSeconds(30), Duration.FromMinutes(2), Duration.FromMinutes(10)];

    /// <summary>5 s, 30 s, 2 min and 10 min after the first four attempts; a wish of the provider goes before. The fifth attempt is the last.</summary>
    /// <param name="attempts">Attempts before this one.</param>
    public static SendMark AfterTryLater(long id, int attempts, string code, Duration? wish, Instant now) =>
        attempts + 1 >= MostAttempts
            ? new SendMark.Failed(id, code)
            : new SendMark.Again(id, now + (wish ?? s_waits[attempts]), code);

    /// <summary>Looks again after half the time that passed, so often at first and rarely later; gives up after a day.</summary>
    public static SendMark AfterUnknown(long id, Instant since, Instant now)
    {
        var passed = now - since;
        if (passed >= GiveUpLooking) return new SendMark.Failed(id, "unknown");
        var wait = Duration.Max(FirstLook, Duration.Min(passed / 2, s_longestLook));
        return new SendMark.Unknown(id, since, now + wait);
    }
}
