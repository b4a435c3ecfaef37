namespace MdtChatBot.Bot.Channels;

/// <summary>How servers of others are called: no redirect is followed unseen, no cookie is kept, and no trace header tells them anything.</summary>
static class OutsideCalls
{
    /// <summary>A client that never gives up by itself: the caller's patience is its own, so that it is told from a stop.</summary>
    /// <param name="idle">How long an unused connection stays open; the framework's time without.</param>
    public static HttpClient Client(TimeSpan? idle = null)
    {
        var handler = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), // follows changes of DNS
            ConnectTimeout = TimeSpan.FromSeconds(5),
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        };
        if (idle is { } time) handler.PooledConnectionIdleTimeout = time;
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
