namespace MdtChatBot.Storage.Tests;

/// <summary>The contract on SQLite.</summary>
public sealed class OnSqlite : IEngine
{
    public static bool IsPostgres => false;
}

/// <summary>The contract on PostgreSQL.</summary>
public sealed class OnPostgres : IEngine
{
    public static bool IsPostgres => true;
}

/// <summary>Which of the two databases a suite runs on.</summary>
public interface IEngine
{
    static abstract bool IsPostgres { get; }
}
