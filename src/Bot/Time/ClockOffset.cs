using MdtChatBot.Storage;
using NodaTime;
using NodaTime.Text;

namespace MdtChatBot.Bot.Time;

/// <summary>Keeps how far the program's clock runs ahead, so that a restart does not fall back in time.</summary>
public sealed class ClockOffset(BotClock clock, Settings settings)
{
    const string Name = "clock-offset";
    static readonly DurationPattern Pattern = DurationPattern.Roundtrip;

    /// <summary>Once at start, after the migrations.</summary>
    public async Task Restore(CancellationToken stop)
    {
        if (await settings.Read(Name, stop) is { } kept && Pattern.Parse(kept).TryGetValue(Duration.Zero, out var offset))
            clock.RunAhead(offset);
    }

    /// <summary>Moves the clock forward to an instant; one that is past leaves it as it is.</summary>
    public async Task MoveTo(Instant then, CancellationToken stop)
    {
        var ahead = clock.Offset + (then - clock.GetCurrentInstant());
        if (ahead <= clock.Offset) return;

        // Kept before it is moved: what fires at the new time must not happen again after a restart.
        await settings.Write(Name, Pattern.Format(ahead), stop);
        clock.RunAhead(ahead);
    }
}
