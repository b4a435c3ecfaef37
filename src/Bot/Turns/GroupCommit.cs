namespace MdtChatBot.Bot.Turns;

/// <summary>
/// Lets those who arrive at the same time share one commit. Whoever comes while a commit runs shares the next one;
/// whoever comes alone waits for nothing but their own.
/// </summary>
/// <param name="commit">Makes all of these durable, or throws and made none so. Returns what is then left to do, which the next commit need not wait for.</param>
/// <param name="most">How many share one commit at most.</param>
public sealed class GroupCommit<T>(Func<IReadOnlyList<T>, Task<Action?>> commit, int most)
{
    readonly Lock _gate = new();
    readonly Queue<Waiting> _waiting = new();
    bool _running;

    public GroupCommit(Func<IReadOnlyList<T>, Task> commit, int most)
        : this(
            async batch =>
            {
                await commit(batch);
                return null;
            },
            most)
    {
    }

    /// <summary>Ends when this item is durable and nothing is left to do; fails with what the commit of this item alone threw.</summary>
    public Task Add(T item)
    {
        var waiting = new Waiting(item);
        lock (_gate)
        {
            _waiting.Enqueue(waiting);
            if (_running) return waiting.Task;
            _running = true;
        }
        // Not on the caller's thread: SQLite works synchronously, and the caller would commit for everybody after it.
        ThreadPool.UnsafeQueueUserWorkItem(static self => _ = self.CommitAll(), this, preferLocal: false);
        return waiting.Task;
    }

    async Task CommitAll()
    {
        while (Next() is { Count: > 0 } batch) await Commit(batch);
    }

    List<Waiting> Next()
    {
        lock (_gate)
        {
            var batch = new List<Waiting>(Math.Min(_waiting.Count, most));
            while (batch.Count < most && _waiting.TryDequeue(out var waiting)) batch.Add(waiting);
            if (batch.Count == 0) _running = false;
            return batch;
        }
    }

    async Task Commit(List<Waiting> batch)
    {
        try
        {
            var rest = await commit(batch.ConvertAll(w => w.Item));
            // This thread comes to it as soon as the next commit has gone to the database.
            ThreadPool.UnsafeQueueUserWorkItem(static done => done.End(), new Committed(batch, rest), preferLocal: true);
        }
        catch (Exception thrown) when (batch.Count == 1 || Faults.IsPassing(thrown))
        {
            foreach (var waiting in batch) waiting.SetException(thrown);
        }
        catch (Exception)
        {
            // One of them may be at fault: only that one shall hear of it.
            foreach (var waiting in batch) await Commit([waiting]);
        }
    }

    sealed record Committed(List<Waiting> Batch, Action? Rest)
    {
        public void End()
        {
            try
            {
                Rest?.Invoke();
            }
            finally
            {
                foreach (var waiting in Batch) waiting.SetResult();
            }
        }
    }

    sealed class Waiting(T item) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public T Item => item;
    }
}
