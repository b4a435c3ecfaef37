using System.Data.Common;
using MdtChatBot.Storage.Sql;
using Microsoft.Data.Sqlite;

namespace MdtChatBot.Storage;

/// <summary>The one database: SQLite (<c>Data Source=…</c>) or PostgreSQL (<c>Host=…</c>), told by the connection string.</summary>
public sealed class Database : IAsyncDisposable
{
    readonly Engine _engine;

    Database(Engine engine, bool isPostgres)
    {
        _engine = engine;
        IsPostgres = isPostgres;
    }

    public bool IsPostgres { get; }

    /// <summary>Statements sent since the start.</summary>
    internal long Statements => _engine.Statements;

    /// <summary>Opens nothing yet, except that the folder of a SQLite file is made.</summary>
    /// <exception cref="ArgumentException">The string names neither database; the message says what is expected, never the string itself.</exception>
    public static Database Open(string connectionString)
    {
        var keys = Keys(connectionString);
        if (keys.ContainsKey("Host") || keys.ContainsKey("Server")) return new Database(new PostgresEngine(connectionString), isPostgres: true);
        if (!keys.ContainsKey("Data Source") && !keys.ContainsKey("DataSource") && !keys.ContainsKey("Filename")) throw Unknown(connectionString);
        MakeFolder(new SqliteConnectionStringBuilder(connectionString).DataSource);
        return new Database(new SqliteEngine(connectionString), isPostgres: false);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    internal Task<Transaction> Begin(CancellationToken stop) => _engine.Open(stop);

    internal Task Read(IReadOnlyList<Call> calls, CancellationToken stop) => _engine.Read(calls, stop);

    internal async Task<List<T>> List<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken stop, params (string Name, object? Value)[] scalars)
    {
        var found = new List<T>();
        await _engine.Read([statement.With(row => found.Add(read(row)), scalars)], stop);
        return found;
    }

    static DbConnectionStringBuilder Keys(string connectionString)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = connectionString };
        }
        catch (ArgumentException)
        {
            throw Unknown(connectionString);
        }
    }

    static void MakeFolder(string file)
    {
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
    }

    static ArgumentException Unknown(string connectionString) =>
        new("The connection string names no database: start it with 'Data Source=' for SQLite or 'Host=' for PostgreSQL.", nameof(connectionString));
}
