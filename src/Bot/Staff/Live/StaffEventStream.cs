using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace MdtChatBot.Bot.Staff.Live;

/// <summary><c>GET /staff/events?topics=handoffs,attendance</c>: server-sent events that name the topics that have changed.</summary>
public sealed class StaffEventStream(StaffEvents events, IHostApplicationLifetime host, TimeProvider time)
{
    const int MostTopics = 12;
    const int LongestTopic = 60;
    const int MostPages = 12;

    static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    // Then the browser comes again by itself, and is asked anew who it is.
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    // Soon: what is raised in between is seen when the page is back.
    static readonly TimeSpan ComeAgain = TimeSpan.FromMilliseconds(300);

    readonly System.Collections.Concurrent.ConcurrentDictionary<long, int> _pages = [];

    internal IResult Open(HttpContext http, StaffUser user, string topics = "")
    {
        var wanted = topics.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        if (wanted.Count is 0 or > MostTopics || wanted.Any(t => t.Length > LongestTopic)) return TypedResults.BadRequest();
        if (_pages.GetValueOrDefault(user.Id.Value) >= MostPages) return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(Follow(user.Id.Value, wanted, http.RequestAborted));
    }

    async IAsyncEnumerable<SseItem<string>> Follow(long staff, IReadOnlySet<string> topics, [EnumeratorCancellation] CancellationToken gone)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(gone, host.ApplicationStopping);
        using var listener = events.Listen(topics);
        _pages.AddOrUpdate(staff, 1, (_, pages) => pages + 1);
        try
        {
            yield return new SseItem<string>("", "beat") { ReconnectionInterval = ComeAgain };
            for (var began = time.GetTimestamp(); time.GetElapsedTime(began) < Longest;)
            {
                if (await Next(listener, stop.Token) is not { } changed) yield break;
                yield return changed.Count == 0 ? new SseItem<string>("", "beat") : new SseItem<string>(string.Join(',', changed), "changed");
            }
        }
        finally
        {
            _pages.AddOrUpdate(staff, 0, (_, pages) => pages - 1);
        }
    }

    static async Task<IReadOnlyList<string>?> Next(StaffListener listener, CancellationToken stop)
    {
        try
        {
            return await listener.Next(Beat, stop);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
