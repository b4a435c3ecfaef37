using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using SQLitePCL;

namespace MdtChatBot.Storage.Sql;

/// <summary>One SQLite connection with its prepared statements, each compiled once.</summary>
sealed class SqliteLink : IDisposable
{
    readonly SqliteConnection _connection;
    readonly Dictionary<Statement, SqliteCommand> _prepared = [];

    SqliteLink(SqliteConnection connection) => _connection = connection;

    public bool InTransaction => raw.sqlite3_get_autocommit(_connection.Handle!) == 0;

    /// <param name="cache">Room for pages of the file, in kB: much where everything is written, little for those that read beside it, since there may be many.</param>
    public static SqliteLink Open(string connectionString, int cache)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText = $"pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -{cache}; pragma temp_store = memory;";
        settings.ExecuteNonQuery();
        return new SqliteLink(connection);
    }

    public void Run(Call call)
    {
        var command = Prepared(call.Statement);
        command.Parameters.Clear();
        if (call.Json is { } json) command.Parameters.AddWithValue("@rows", json());
        foreach (var name in call.Statement.Scalars) command.Parameters.AddWithValue($"@{name}", Value(call.Scalar(name)));
        if (call.Row is not { } row)
        {
            call.Changed = command.ExecuteNonQuery();
            return;
        }
        using var reader = command.ExecuteReader();
        while (reader.Read()) row(reader);
        call.Changed = reader.RecordsAffected;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        _connection.Dispose();
    }

    SqliteCommand Prepared(Statement statement)
    {
        if (_prepared.TryGetValue(statement, out var known)) return known;
        var command = _connection.CreateCommand();
        command.CommandText = statement.SqliteText;
        return _prepared[statement] = command;
    }

    static object Value(object? value) => value switch
    {
        Instant at => StoredTime.Text(at),
        bool flag => flag ? 1L : 0L,
        int number => Convert.ToInt64(number, CultureInfo.InvariantCulture),
        long or string => value,
        _ => throw new ArgumentException("Parameters are numbers, texts, flags and instants; a missing value belongs in rows.", nameof(value)),
    };
}
