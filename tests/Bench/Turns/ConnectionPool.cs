using System.Collections.Concurrent;
using System.Net;
using MdtChatBot.Support;

namespace MdtChatBot.Bench.Turns;

/// <summary>Kept connections, as many as are in use at once.</summary>
sealed class ConnectionPool(IPEndPoint address) : IDisposable
{
    readonly ConcurrentBag<WebhookConnection> _idle = [];

    public WebhookConnection Take() => _idle.TryTake(out var connection) ? connection : new WebhookConnection(address);

    public void Return(WebhookConnection connection) => _idle.Add(connection);

    public void Dispose()
    {
        foreach (var connection in _idle) connection.Dispose();
    }
}
