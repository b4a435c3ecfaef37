using MdtChatBot.Storage;

namespace MdtChatBot.Bot;

/// <summary>
/// <c>GET /health/live</c>: the process answers. <c>GET /health/ready</c>: the schema is up to date and the database answers;
/// otherwise 503. Neither tells more.
/// </summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => "ok");
        routes.MapGet("/health/ready", async (ReadyCheck check, CancellationToken stop) =>
            await check.IsReady(stop) ? Results.Text("ready") : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable));
    }
}

/// <summary>Whether this node can take work.</summary>
public sealed partial class ReadyCheck(Settings settings, ILogger<ReadyCheck> log)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    volatile bool _started;

    /// <summary>Told once the schema stands.</summary>
    public void Started() => _started = true;

    public async Task<bool> IsReady(CancellationToken stop)
    {
        if (!_started) return false;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            await settings.Read("health", patience.Token).WaitAsync(patience.Token);
            return true;
        }
        catch (Exception e)
        {
            LogNotReady(log, e.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Not ready: the database does not answer ({Error}).")]
    static partial void LogNotReady(ILogger log, string error);
}
