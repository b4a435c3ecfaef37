using System.Data.Common;
using System.Text.RegularExpressions;
using Npgsql;

namespace MdtChatBot.Storage.Sql;

/// <summary>
/// One SQL text for both databases. Besides <c>@name</c> parameters it may say <c>{rows}</c> for the list it works on and
/// <c>{skip-locked y}</c>, <c>{lock s}</c>, <c>{share a}</c> for row locks, which SQLite neither has nor needs: there only one writes at a time.
/// Compiled once; PostgreSQL gets numbered parameters, so that nothing is parsed for each call.
/// </summary>
partial class Statement
{
    readonly List<string> _scalars = [];

    public Statement(string sql) : this(sql, "", "", 0) { }

    protected Statement(string sql, string postgresRows, string sqliteRows, int arrays)
    {
        SqliteText = LockClause().Replace(sql, "").Replace("{rows}", sqliteRows, StringComparison.Ordinal);
        var locked = LockClause().Replace(sql, m => PostgresLock(m.Groups["kind"].Value, m.Groups["table"].Value));
        PostgresText = Parameter().Replace(locked, m => $"${arrays + Position(m.Groups["name"].Value)}").Replace("{rows}", postgresRows, StringComparison.Ordinal);
    }

    /// <summary>
    /// Says that a key lies between the least and the greatest of those in a list, which the statement says anyway. Of a queue that was empty when PostgreSQL
    /// last looked, it plans to walk over all of it, dead rows and all, as if that were nothing; so it walks over these at most.
    /// </summary>
    public static string Among(string key, string keys, string list) => $"{key} between (select min({keys}) from {list}) and (select max({keys}) from {list})";

    /// <summary>The same of the list that the statement works on.</summary>
    public static string AmongRows(string key) => Among(key, "r.id", "{rows}");

    public string PostgresText { get; }

    public string SqliteText { get; }

    /// <summary>Names of the single parameters, in the order of their numbers on PostgreSQL, behind the arrays.</summary>
    public IReadOnlyList<string> Scalars => _scalars;

    /// <summary>The statement with its parameters; <paramref name="row"/> reads what it returns, if it returns anything.</summary>
    public Call With(Action<DbDataReader>? row, params ReadOnlySpan<(string Name, object? Value)> scalars) => new(this, null, null, scalars.ToArray(), row);

    public Call With(params ReadOnlySpan<(string Name, object? Value)> scalars) => new(this, null, null, scalars.ToArray(), null);

    int Position(string name)
    {
        var at = _scalars.IndexOf(name);
        if (at >= 0) return at + 1;
        _scalars.Add(name);
        return _scalars.Count;
    }

    static string PostgresLock(string kind, string table) => kind switch
    {
        // Weaker than "for update", so that foreign keys and accepting inputs need not wait for a running turn.
        "skip-locked" => $"for no key update of {table} skip locked",
        "lock" => $"for update of {table}",
        _ => $"for key share of {table}",
    };

    [GeneratedRegex(@"\{(?<kind>skip-locked|lock|share) (?<table>\w+)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex LockClause();

    [GeneratedRegex(@"(?<!\w)@(?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}

/// <summary>A statement that works on a list.</summary>
sealed class Statement<T>(Rows<T> shape, string sql) : Statement(sql, shape.PostgresText, shape.SqliteText, shape.Count)
{
    public Call With(IReadOnlyList<T> rows, params ReadOnlySpan<(string Name, object? Value)> scalars) => With(rows, null, scalars);

    public Call With(IReadOnlyList<T> rows, Action<DbDataReader>? row, params ReadOnlySpan<(string Name, object? Value)> scalars) =>
        new(this, () => shape.Arrays(rows), () => shape.Json(rows), scalars.ToArray(), row);
}

/// <summary>A statement on its way to the database.</summary>
/// <param name="Row">Called for each row that comes back; null where the statement returns none.</param>
sealed record Call(Statement Statement, Func<IEnumerable<NpgsqlParameter>>? Arrays, Func<string>? Json, IReadOnlyList<(string Name, object? Value)> Scalars, Action<DbDataReader>? Row)
{
    /// <summary>Rows that the statement changed; known when it has run.</summary>
    public int Changed { get; set; }

    public object? Scalar(string name)
    {
        foreach (var (known, value) in Scalars)
            if (known == name) return value;
        throw new ArgumentException($"The statement asks for @{name}.", nameof(name));
    }
}
