using System.Threading.RateLimiting;

namespace MdtChatBot.Bot.Channels.WebChat;

/// <summary>
/// A partitioned limiter that is there only while it is asked. One of .NET's ticks ten times a second as long as it lives, which is most of what a
/// node costs that has nothing to do. Made for limits per minute: when it goes, every bucket in it has been full again for long.
/// </summary>
sealed class RestingLimiter : IDisposable
{
    static readonly TimeSpan s_rest = TimeSpan.FromMinutes(3);

    readonly Func<PartitionedRateLimiter<HttpContext>> _make;
    readonly Timer _timer;
    readonly Lock _gate = new();
    PartitionedRateLimiter<HttpContext>? _limiter;
    bool _asked;

    public RestingLimiter(Func<PartitionedRateLimiter<HttpContext>> make)
    {
        _make = make;
        _timer = new Timer(static self => ((RestingLimiter)self!).Rest(), this, Timeout.Infinite, Timeout.Infinite);
    }

    public RateLimitLease AttemptAcquire(HttpContext context)
    {
        lock (_gate)
        {
            _asked = true;
            if (_limiter is null)
            {
                _limiter = _make();
                _timer.Change(s_rest, s_rest);
            }

            return _limiter.AttemptAcquire(context);
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate) _limiter?.Dispose();
    }

    void Rest()
    {
        lock (_gate)
        {
            if (!_asked)
            {
                _timer.Change(Timeout.Infinite, Timeout.Infinite);
                _limiter?.Dispose();
                _limiter = null;
            }

            _asked = false;
        }
    }
}
