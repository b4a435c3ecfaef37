using MdtChatBot.Storage.Sql;

namespace MdtChatBot.Storage.Tests;

/// <summary>Reads which tables and columns a database has.</summary>
static class Schema
{
    static readonly Statement Postgres = new("""
        select table_name, column_name, data_type
          from information_schema.columns
         where table_schema = 'public'
         order by table_name, column_name
        """);

    static readonly Statement Sqlite = new("""
        select t.name, c.name, c.type
          from sqlite_schema t, pragma_table_info(t.name) c
         where t.type = 'table' and t.name not like 'sqlite_%'
         order by t.name, c.name
        """);

    public static Task<List<(string Table, string Column, string Type)>> Columns(Database database) =>
        database.List(database.IsPostgres ? Postgres : Sqlite, row => (row.Text(0), row.Text(1), row.Text(2).ToLowerInvariant()), CancellationToken.None);

    public static async Task<IReadOnlyList<(string Table, string Column)>> TextColumns(Database database) =>
        [.. (await Columns(database)).Where(c => c.Type == "text").Select(c => (c.Table, c.Column))];
}
