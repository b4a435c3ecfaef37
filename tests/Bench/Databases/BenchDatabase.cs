using System.Data;
using System.Data.Common;
using Dapper;
using MdtChatBot.Support;

namespace MdtChatBot.Bench.Databases;

/// <summary>An empty database of its own for one measurement.</summary>
abstract class BenchDatabase : IAsyncDisposable
{
    public abstract string ConnectionString { get; }

    /// <summary>Processor time of the server until now; none where the database lives in the program.</summary>
    public abstract TimeSpan ServerCpu { get; }

    public static async Task<BenchDatabase> Create(DatabaseKind kind, DurablePostgres server) =>
        kind is DatabaseKind.Postgres ? await PostgresDatabase.Create(server) : new SqliteFile();

    /// <summary>A mark that changes with every write to the database.</summary>
    public abstract Task<string> WriteMark();

    /// <summary>The numbers 1 to <paramref name="last"/> as something to select <c>i</c> from.</summary>
    public abstract string Series(int last);

    /// <summary>Gathers statistics where the database does so by itself sooner or later.</summary>
    public abstract Task Analyze();

    /// <summary>Lets the ids of transcript lines go on after this one.</summary>
    public abstract Task LinesUpTo(int last);

    public async Task<long> Count(string sql)
    {
        await using var connection = Connect();
        return await connection.ExecuteScalarAsync<long>(sql);
    }

    /// <summary>Runs it on one connection until it answers 0; returns the sum. Planned once: the planner looks at the ends of an index, and walks over what is dead there.</summary>
    public async Task<long> CountUntilNone(string sql, TimeSpan pause = default)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.PrepareAsync();
        var sum = 0L;
        for (long count; (count = (long)(await command.ExecuteScalarAsync())!) > 0; await Task.Delay(pause)) sum += count;
        return sum;
    }

    public async Task<IReadOnlyList<T>> Query<T>(string sql)
    {
        await using var connection = Connect();
        return [.. await connection.QueryAsync<T>(sql)];
    }

    public async Task Execute(string sql)
    {
        await using var connection = Connect();
        // Named as text: Dapper takes a statement of one word, such as analyze, for a stored procedure.
        await connection.ExecuteAsync(sql, commandTimeout: 600, commandType: CommandType.Text);
    }

    public abstract ValueTask DisposeAsync();

    protected abstract DbConnection Connect();
}
