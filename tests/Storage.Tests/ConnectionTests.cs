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
}
