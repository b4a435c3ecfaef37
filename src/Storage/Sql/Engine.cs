namespace MdtChatBot.Storage.Sql;

/// <summary>How statements reach one kind of database. Two implementations: PostgreSQL and SQLite.</summary>
abstract class Engine : IAsyncDisposable
{
    long _statements;

    /// <summary>Statements sent since the start: a batch may cost only a constant number of them.</summary>
    public long Statements => Interlocked.Read(ref _statements);

    /// <summary>Opens a transaction that may write.</summary>
    public abstract Task<Transaction> Open(CancellationToken stop);

    /// <summary>Runs statements that only read, outside a transaction.</summary>
    public abstract Task Read(IReadOnlyList<Call> calls, CancellationToken stop);

    public abstract ValueTask DisposeAsync();

    protected void Count(int statements) => Interlocked.Add(ref _statements, statements);
}
