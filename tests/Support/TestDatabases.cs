using MdtChatBot.Storage;

namespace MdtChatBot.Support;

/// <summary>Fresh databases with the schema in place, on either engine. PostgreSQL copies a template, which takes a tenth of a second.</summary>
public static class TestDatabases
{
    static readonly Lazy<Task<string>> Template = new(MakeTemplate);

    /// <summary>A connection string to an empty, migrated database of its own.</summary>
    public static async Task<string> Create(bool postgres)
    {
        if (postgres) return await PostgresServer.Shared.CreateDatabase(await Template.Value);
        var connection = NewSqlite();
        await Migrate(connection);
        return connection;
    }

    /// <summary>A connection string to a SQLite file that does not exist yet.</summary>
    public static string NewSqlite() => $"Data Source={Path.Combine(Directory.CreateTempSubdirectory("mdt-sqlite").FullName, "mdt.db")}";

    /// <summary>Removes a SQLite file; PostgreSQL's databases go with the server.</summary>
    public static void Remove(string connectionString)
    {
        const string file = "Data Source=";
        if (connectionString.StartsWith(file, StringComparison.Ordinal) && Path.GetDirectoryName(connectionString[file.Length..]) is { } folder)
            Directory.Delete(folder, recursive: true);
    }

    static async Task<string> MakeTemplate()
    {
        await PostgresServer.Shared.Administer("create database template_mdt");
        await Migrate(PostgresServer.Shared.ConnectionString("template_mdt"));
        return "template_mdt";
    }

    static async Task Migrate(string connection)
    {
        await using var database = Database.Open(connection);
        await new Migrator(database).Migrate(CancellationToken.None);
    }
}
