using System.Data;
using Npgsql;

namespace MdtChatBot.Storage.Sql;

/// <summary>
/// Connections whose last user is done: the one used last is used next. The pool of the driver goes round instead, so that a batch came to a server process
/// that had been asleep for ten others, with its plans, and what it has mapped of the shared memory, gone cold (docs/benchmarks.md).
/// </summary>
sealed class WarmConnections(NpgsqlDataSource source, TimeProvider time) : IAsyncDisposable
{
    // Reception, turns, sending and a page of staff at the same time; more than these go back to the pool, which closes what is not needed.
    const int Most = 4;

    // As long as the pool would keep one: some networks forget an idle connection, and whoever used it then would wait for nothing.
    static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    readonly Lock _gate = new();

    // The one used last at the end.
    readonly List<(NpgsqlConnection Connection, long Since)> _idle = new(Most + 1);

    public ValueTask<NpgsqlConnection> Take(CancellationToken stop) => Last() is { } warm ? new(warm) : source.OpenConnectionAsync(stop);

    /// <summary>Takes back a connection on which nothing is under way.</summary>
    public ValueTask Return(NpgsqlConnection connection) => Keep(connection)?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Takes back one that failed. When the server is gone, so are the others.</summary>
    public async ValueTask GiveUp(NpgsqlConnection connection)
    {
        if (connection.State is not ConnectionState.Open) await DisposeAsync();
        await connection.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        while (Last() is { } warm) await warm.DisposeAsync();
    }

    NpgsqlConnection? Last()
    {
        lock (_gate)
        {
            if (_idle is not [.., var last]) return null;
            _idle.RemoveAt(_idle.Count - 1);
            return last.Connection;
        }
    }

    /// <summary>Returns the one that has been idle longest, where it is one too many or has been idle for too long.</summary>
    NpgsqlConnection? Keep(NpgsqlConnection connection)
    {
        lock (_gate)
        {
            _idle.Add((connection, time.GetTimestamp()));
            var (oldest, since) = _idle[0];
            if (_idle.Count <= Most && time.GetElapsedTime(since) <= s_longest) return null;
            _idle.RemoveAt(0);
            return oldest;
        }
    }
}
