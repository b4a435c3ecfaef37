using System.Globalization;
using System.Runtime.CompilerServices;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Support;

namespace MdtChatBot.Storage.Tests;

public sealed class MigratorTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nodes_that_start_at_once_apply_each_migration_once(bool postgres)
    {
        var connection = postgres ? await PostgresServer.Shared.CreateDatabase() : TestDatabases.NewSqlite();
        var nodes = Enumerable.Range(0, 4).Select(_ => Database.Open(connection)).ToList();

        await Task.WhenAll(nodes.Select(node => Task.Run(() => new Migrator(node).Migrate(CancellationToken.None))));
        await new Migrator(nodes[0]).Migrate(CancellationToken.None);

        Assert.Equal(Migrations(postgres), await nodes[0].List(new Statement("select version from schema_version order by version"), row => row.Number(0), CancellationToken.None));
        foreach (var node in nodes) await node.DisposeAsync();
        TestDatabases.Remove(connection);
    }

    [Fact]
    public async Task Both_databases_have_the_same_tables_and_columns()
    {
        var sqlite = await TestDatabases.Create(postgres: false);
        await using var one = Database.Open(sqlite);
        await using var two = Database.Open(await TestDatabases.Create(postgres: true));

        var onSqlite = (await Schema.Columns(one)).Select(c => (c.Table, c.Column)).ToList();
        var onPostgres = (await Schema.Columns(two)).Select(c => (c.Table, c.Column)).ToList();

        // Line ids: a sequence on PostgreSQL, a counter on SQLite.
        Assert.Equal(onPostgres.Order(), onSqlite.Where(c => c.Table != "line_id").Order());
        TestDatabases.Remove(sqlite);
    }

    static IEnumerable<long> Migrations(bool postgres) =>
        Directory.GetFiles(Path.Combine(PathOfSource(), "../../src/Storage/Migrations", postgres ? "postgres" : "sqlite"), "*.sql")
            .Select(file => long.Parse(Path.GetFileName(file).AsSpan(0, 4), CultureInfo.InvariantCulture))
            .Order();

    static string PathOfSource([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    [Theory]
    [InlineData("")]
    [InlineData("Port=5432;Password=secret")]
    [InlineData("secret")]
    public void A_string_that_names_no_database_is_refused_without_being_repeated(string connectionString)
    {
        var refused = Assert.Throws<ArgumentException>(() => Database.Open(connectionString));

        Assert.Contains("Data Source=", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }
}
