using System.Collections.Concurrent;
using System.Data;
using Npgsql;

namespace MdtChatBot.Storage.Sql;

/// <summary>
/// Connections whose last user is done: the one used last is used next. The pool of the driver goes round instead, so that a batch came to a server process
/// that had been asleep for ten others, with its plans, and what it has mapped of the shared memory, gone cold (docs/benchmarks.md).
/// </summary>
sealed class WarmConnections(NpgsqlDataSource source) : IAsyncDisposable
{
    // Reception, turns, sending and a page of staff at the same time; more than these go back to the pool, which closes what is not needed.
    const int Most = 4;

    readonly ConcurrentStack<NpgsqlConnection> _idle = new();

    public ValueTask<NpgsqlConnection> Take(CancellationToken stop) => _idle.TryPop(out var warm) ? new(warm) : source.OpenConnectionAsync(stop);

    /// <summary>Takes back a connection on which nothing is under way.</summary>
    public ValueTask Return(NpgsqlConnection connection)
    {
        if (_idle.Count >= Most) return connection.DisposeAsync();
        _idle.Push(connection);
        return ValueTask.CompletedTask;
    }

    /// <summary>Takes back one that failed. When the server is gone, so are the others.</summary>
    public async ValueTask GiveUp(NpgsqlConnection connection)
    {
        if (connection.State is not ConnectionState.Open) await DisposeAsync();
        await connection.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryPop(out var warm)) await warm.DisposeAsync();
    }
}
