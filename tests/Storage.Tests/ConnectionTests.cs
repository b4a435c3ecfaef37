using System.Data;
using System.Data.Common;
using MdtChatBot.Storage.Sql;
using Npgsql;

namespace MdtChatBot.Storage.Tests;

/// <summary>On PostgreSQL the same few connections do the work, and one that was lost costs only its own user.</summary>
public sealed class ConnectionTests : StoreTest<OnPostgres>
{
    static readonly Statement Server = new("select pg_backend_pid()");
    static readonly Statement Wrong = new("select 1 / 0");

    [Fact]
    public async Task The_connection_used_last_is_used_next()
    {
        await using var engine = new PostgresEngine(Connection);
        var first = await engine.Open(Stop);
        var second = await engine.Open(Stop);
        var (one, two) = (await ServerOf(first), await ServerOf(second));
        await first.DisposeAsync();
        await second.Commit([], Stop);

        Assert.NotEqual(one, two);
        for (var i = 0; i < 5; i++) Assert.Equal(two, await ServerOf(engine));
    }

    [Fact]
    public async Task What_failed_or_was_never_committed_is_not_there_for_the_next()
    {
        await using var engine = new PostgresEngine(Connection);
        var before = await ServerOf(engine);
        await using (var open = await engine.Open(Stop)) await open.Run(new Statement("create table left_over (id int)").With(), Stop);
        await using (var failing = await engine.Open(Stop)) await Assert.ThrowsAsync<PostgresException>(() => failing.Run(Wrong.With(), Stop));
        await Assert.ThrowsAsync<PostgresException>(() => engine.Read([Wrong.With()], Stop));

        var tables = 0L;
        await engine.Read([new Statement("select count(*) from pg_tables where tablename = 'left_over'").With(row => tables = row.GetInt64(0))], Stop);
        Assert.Equal(0, tables);
        Assert.Equal(before, await ServerOf(engine));
    }

    [Fact]
    public async Task After_the_server_went_away_only_the_first_to_ask_hears_of_it()
    {
        await using var engine = new PostgresEngine(Connection);
        var open = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => engine.Open(Stop)));
        foreach (var one in open) await one.DisposeAsync();
        await EndAllOthers();

        await Assert.ThrowsAnyAsync<DbException>(() => ServerOf(engine));
        for (var i = 0; i < 3; i++) await ServerOf(engine);
    }

    [Fact]
    public async Task One_that_nobody_needed_for_minutes_is_closed()
    {
        var time = new MovedTime();
        await using var source = NpgsqlDataSource.Create(Connection);
        await using var connections = new WarmConnections(source, time);
        var (idle, used) = (await connections.Take(Stop), await connections.Take(Stop));
        await connections.Return(idle);
        await connections.Return(used);

        for (var minute = 1; minute <= 5; minute++)
        {
            time.Move(TimeSpan.FromMinutes(1));
            Assert.Same(used, await connections.Take(Stop));
            await connections.Return(used);
            Assert.Equal(ConnectionState.Open, idle.State);
        }

        time.Move(TimeSpan.FromSeconds(1));
        await connections.Return(await connections.Take(Stop));
        Assert.Equal(ConnectionState.Closed, idle.State);
        Assert.Equal(ConnectionState.Open, used.State);
    }

    [Fact]
    public async Task A_transaction_that_is_disposed_twice_hands_back_its_connection_once()
    {
        await using var engine = new PostgresEngine(Connection);
        var twice = await engine.Open(Stop);
        await ServerOf(twice);
        await twice.DisposeAsync();
        await twice.DisposeAsync();

        await using var first = await engine.Open(Stop);
        await using var second = await engine.Open(Stop);
        Assert.NotEqual(await ServerOf(first), await ServerOf(second));
    }

    async Task EndAllOthers()
    {
        await using var source = NpgsqlDataSource.Create(Connection + ";Pooling=false");
        await using var end = source.CreateCommand("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        await end.ExecuteNonQueryAsync(Stop);
    }

    static async Task<int> ServerOf(PostgresEngine engine)
    {
        await using var transaction = await engine.Open(Stop);
        return await ServerOf(transaction);
    }

    static async Task<int> ServerOf(Transaction transaction)
    {
        var pid = 0;
        await transaction.Run(Server.With(row => pid = row.GetInt32(0)), Stop);
        return pid;
    }

    sealed class MovedTime : TimeProvider
    {
        long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Move(TimeSpan by) => _ticks += by.Ticks;

        public override long GetTimestamp() => _ticks;
    }
}
