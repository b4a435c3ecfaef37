using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MdtChatBot.Bot.Turns;

/// <summary>What may be told about an exception: its type and place, never its message, which may hold words of a youth.</summary>
static class Faults
{
    /// <summary>The type, and the database's code where there is one: <c>PostgresException 23514</c>.</summary>
    public static string NameOf(Exception thrown) =>
        thrown is DbException { SqlState: { Length: > 0 } state } ? $"{thrown.GetType().Name} {state}" : thrown.GetType().Name;

    /// <summary>The method that threw, for the log.</summary>
    public static string PlaceOf(Exception thrown) =>
        new StackTrace(thrown).GetFrame(0)?.GetMethod() is { } method ? $"{method.DeclaringType?.Name}.{method.Name}" : "unknown";

    /// <summary>Whether the database was away or busy: nobody's input is at fault, and the same may work in a moment.</summary>
    public static bool IsPassing(Exception thrown) =>
        thrown is DbException { IsTransient: true } or TimeoutException or OperationCanceledException or ObjectDisposedException
            or SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_IOERR or raw.SQLITE_FULL };
}
