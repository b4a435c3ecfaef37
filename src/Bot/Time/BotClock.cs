using NodaTime;

namespace MdtChatBot.Bot.Time;

/// <summary>The program's clock. In Development the time machine moves it forward; the offset never goes back.</summary>
public sealed class BotClock(IClock real) : IClock
{
    long _offsetTicks;

    /// <summary>Raised after the clock was moved, so that workers look at their timers at once.</summary>
    public event Action? Moved;

    public Duration Offset => Duration.FromTicks(Interlocked.Read(ref _offsetTicks));

    public Instant GetCurrentInstant() => real.GetCurrentInstant() + Offset;

    /// <summary>Sets how far the program's clock runs ahead; a smaller offset than today's is ignored.</summary>
    public void RunAhead(Duration offset)
    {
        if (offset <= Offset) return;
        Interlocked.Exchange(ref _offsetTicks, offset.BclCompatibleTicks);
        Moved?.Invoke();
    }
}
