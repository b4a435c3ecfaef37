namespace MdtChatBot.Storage.Sql;

/// <summary>One connection in one transaction. Disposed without commit, nothing happened.</summary>
abstract class Transaction : IAsyncDisposable
{
    Task _beside = Task.CompletedTask;

    /// <summary>Runs the statements in order, in one round trip.</summary>
    public async Task Run(IReadOnlyList<Call> calls, CancellationToken stop)
    {
        if (calls.Count == 0) return;
        await _beside;
        await Send(calls, stop);
    }

    /// <summary>Runs the statements and commits, in one round trip.</summary>
    public abstract Task Commit(IReadOnlyList<Call> calls, CancellationToken stop);

    /// <summary>Begins to run the statements beside what the caller does meanwhile. Whatever runs next in this transaction waits for them.</summary>
    public Task Beside(IReadOnlyList<Call> calls, CancellationToken stop) => _beside = SendBeside(calls, stop);

    /// <summary>Takes ids for transcript lines: a sequence on PostgreSQL, where nodes must not wait for each other; a counter on SQLite.</summary>
    public abstract Call TakeLineIds(int count, List<long> ids);

    /// <summary>Takes ids for new youths; those not used are lost.</summary>
    public abstract Call TakeYouthIds(int count, List<long> ids);

    public async ValueTask DisposeAsync()
    {
        await _beside.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await LetGo();
    }

    protected abstract Task Send(IReadOnlyList<Call> calls, CancellationToken stop);

    /// <summary>The same without keeping the caller.</summary>
    protected abstract Task SendBeside(IReadOnlyList<Call> calls, CancellationToken stop);

    /// <summary>Lets go of the connection; rolls back where nothing was committed.</summary>
    protected abstract ValueTask LetGo();

    public Task Run(Call call, CancellationToken stop) => Run([call], stop);
}
