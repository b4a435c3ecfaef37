using System.Data.Common;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace MdtChatBot.Storage.Sql;

/// <summary>Reads columns by their place, the same from both databases.</summary>
static class Reading
{
    public static long Number(this DbDataReader row, int at) => row.GetInt64(at);

    public static long? NumberOrNull(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt64(at);

    public static string Text(this DbDataReader row, int at) => row.GetString(at);

    public static string? TextOrNull(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    public static bool Flag(this DbDataReader row, int at) => row.GetBoolean(at);

    public static Instant Time(this DbDataReader row, int at) =>
        row is SqliteDataReader ? StoredTime.Parse(row.GetString(at)) : Instant.FromDateTimeUtc(row.GetDateTime(at));

    public static Instant? TimeOrNull(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.Time(at);

    public static TEnum Name<TEnum>(this DbDataReader row, int at) where TEnum : struct, Enum => Enum.Parse<TEnum>(row.GetString(at));
}
