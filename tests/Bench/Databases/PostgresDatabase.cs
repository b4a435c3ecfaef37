using System.Data.Common;
using System.Globalization;
using MdtChatBot.Support;
using Npgsql;

namespace MdtChatBot.Bench.Databases;

/// <summary>A database on the server that the whole run shares.</summary>
sealed class PostgresDatabase : BenchDatabase
{
    const string Name = "bench";
    readonly DurablePostgres _server;

    PostgresDatabase(DurablePostgres server) => _server = server;

    public override string ConnectionString => _server.ConnectionString(Name);

    public override TimeSpan ServerCpu => ProcessUsage.CpuWithChildren(_server.Pid);

    public static async Task<PostgresDatabase> Create(DurablePostgres server)
    {
        await server.CreateDatabase(Name);
        return new PostgresDatabase(server);
    }

    /// <summary>The next transaction id: only a transaction that writes takes one.</summary>
    public override async Task<string> WriteMark() => (await Count("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")).ToString(CultureInfo.InvariantCulture);

    public override string Series(int last) => $"generate_series(1, {last}) as series(i)";

    /// <summary>Autovacuum would, within a minute or two.</summary>
    public override Task Analyze() => Execute("analyze");

    public override Task LinesUpTo(int last) => Execute($"select setval('line_id', {last})");

    public override async ValueTask DisposeAsync() => await _server.DropDatabase(Name);

    // Not pooled: a connection left open would stand in the way of dropping the database.
    protected override DbConnection Connect() => new NpgsqlConnection(ConnectionString + ";Pooling=false");
}
