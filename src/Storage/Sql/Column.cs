using System.Text.Json;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace MdtChatBot.Storage.Sql;

/// <summary>One column of a list that goes into a statement: an array on PostgreSQL, a JSON value on SQLite.</summary>
abstract class Column<T>(string name, string postgresType)
{
    public string Name => name;

    public string PostgresType => postgresType;

    public abstract NpgsqlParameter Array(IReadOnlyList<T> rows);

    public abstract void Write(Utf8JsonWriter json, T row);

    protected static TValue[] All<TValue>(IReadOnlyList<T> rows, Func<T, TValue> value)
    {
        var all = new TValue[rows.Count];
        for (var i = 0; i < all.Length; i++) all[i] = value(rows[i]);
        return all;
    }
}

sealed class TextColumn<T>(string name, Func<T, string?> value) : Column<T>(name, "text[]")
{
    public override NpgsqlParameter Array(IReadOnlyList<T> rows) =>
        new NpgsqlParameter<string?[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, TypedValue = All(rows, value) };

    public override void Write(Utf8JsonWriter json, T row) => json.WriteStringValue(value(row));
}

sealed class NumberColumn<T>(string name, Func<T, long?> value) : Column<T>(name, "bigint[]")
{
    public override NpgsqlParameter Array(IReadOnlyList<T> rows) =>
        new NpgsqlParameter<long?[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint, TypedValue = All(rows, value) };

    public override void Write(Utf8JsonWriter json, T row)
    {
        if (value(row) is { } number) json.WriteNumberValue(number);
        else json.WriteNullValue();
    }
}

sealed class RealColumn<T>(string name, Func<T, double> value) : Column<T>(name, "float8[]")
{
    public override NpgsqlParameter Array(IReadOnlyList<T> rows) =>
        new NpgsqlParameter<double[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Double, TypedValue = All(rows, value) };

    public override void Write(Utf8JsonWriter json, T row) => json.WriteNumberValue(value(row));
}

sealed class FlagColumn<T>(string name, Func<T, bool> value) : Column<T>(name, "boolean[]")
{
    public override NpgsqlParameter Array(IReadOnlyList<T> rows) =>
        new NpgsqlParameter<bool[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Boolean, TypedValue = All(rows, value) };

    public override void Write(Utf8JsonWriter json, T row) => json.WriteBooleanValue(value(row));
}

sealed class TimeColumn<T>(string name, Func<T, Instant?> value) : Column<T>(name, "timestamptz[]")
{
    public override NpgsqlParameter Array(IReadOnlyList<T> rows) =>
        new NpgsqlParameter<DateTime?[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz, TypedValue = All(rows, r => value(r)?.ToDateTimeUtc()) };

    public override void Write(Utf8JsonWriter json, T row)
    {
        if (value(row) is { } at) json.WriteStringValue(StoredTime.Text(at));
        else json.WriteNullValue();
    }
}
