using Microsoft.AspNetCore.Http.Features;

namespace MdtChatBot.Support;

/// <summary>The two ways in which a provider leaves a caller without an answer.</summary>
static class StubConnection
{
    public static void Cut(IFeatureCollection http) => http.GetRequiredFeature<IHttpRequestLifetimeFeature>().Abort();

    /// <summary>Ends when the caller gives up or the stub stops.</summary>
    public static async Task Hang(IFeatureCollection http)
    {
        var gaveUp = new TaskCompletionSource();
        await using var registration = http.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted.Register(gaveUp.SetResult);
        await gaveUp.Task;
    }
}
