using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot.Channels.WebChat;

/// <summary>
/// Keeps one page, and one network, from drowning the others. Refused requests get 429 with Retry-After; the page waits and tries again.
/// </summary>
sealed class WebChatLimits(IOptions<WebChatOptions> options) : IEndpointFilter, IDisposable
{
    readonly RestingLimiter _requests = new(() => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(c => PerMinute(ConversationOf(c), options.Value.MessagesPerMinute)),
        PartitionedRateLimiter.Create<HttpContext, string>(c => PerMinute(NetworkOf(c), options.Value.RequestsPerMinutePerNetwork))));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using var lease = _requests.AttemptAcquire(context.HttpContext);
        if (lease.IsAcquired) return await next(context);
        return TooMany(context.HttpContext, lease);
    }

    public void Dispose() => _requests.Dispose();

    static RateLimitPartition<string> PerMinute(string key, int permits) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = permits,
            TokensPerPeriod = Math.Max(1, permits / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, 60.0 / permits)),
            QueueLimit = 0,
        });

    static ProblemHttpResult TooMany(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(2);
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString();
        return TypedResults.Problem(statusCode: StatusCodes.Status429TooManyRequests, title: "A little slower, please. Try again in a moment.");
    }

    static string ConversationOf(HttpContext context) => context.Request.Conversation()?.Value ?? NetworkOf(context);

    static string NetworkOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
