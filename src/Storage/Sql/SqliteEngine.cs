using System.Collections.Concurrent;

namespace MdtChatBot.Storage.Sql;

/// <summary>
/// SQLite: one connection that writes, behind a gate that keeps the order of asking, and a few that read beside it (write-ahead log).
/// Every commit is flushed to the disk (<c>synchronous=FULL</c>): a kept seat stays kept when the plug is pulled.
/// </summary>
sealed class SqliteEngine(string connectionString) : Engine
{
    const int WriterCache = 8_000;
    const int ReaderCache = 1_000;
    static readonly Statement Begin = new("begin immediate");
    static readonly Statement End = new("commit");
    static readonly Statement Back = new("rollback");
    static readonly Statement LastYouthId = new("select coalesce((select seq from sqlite_sequence where name = 'youth'), 0)");
    static readonly Statement LineIds = new("update line_id set last = last + @count returning last");

    readonly SemaphoreSlim _gate = new(1, 1);
    readonly ConcurrentBag<SqliteLink> _readers = [];
    SqliteLink? _writer;

    public override async Task<Transaction> Open(CancellationToken stop)
    {
        await _gate.WaitAsync(stop);
        try
        {
            _writer ??= SqliteLink.Open(connectionString, WriterCache);
            Run(_writer, [Begin.With()], stop);
            return new SqliteTransaction(this, _writer);
        }
        catch
        {
            _gate.Release();
            throw;
        }
    }

    public override Task Read(IReadOnlyList<Call> calls, CancellationToken stop)
    {
        if (!_readers.TryTake(out var reader)) reader = SqliteLink.Open(connectionString, ReaderCache);
        Run(reader, calls, stop);
        _readers.Add(reader);
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        while (_readers.TryTake(out var reader)) reader.Dispose();
        await _gate.WaitAsync();
        _writer?.Dispose();
        _gate.Dispose();
    }

    void Run(SqliteLink link, IReadOnlyList<Call> calls, CancellationToken stop)
    {
        Count(calls.Count);
        foreach (var call in calls)
        {
            stop.ThrowIfCancellationRequested();
            link.Run(call);
        }
    }

    sealed class SqliteTransaction(SqliteEngine engine, SqliteLink link) : Transaction
    {
        bool _ended;
        bool _released;

        public override async Task Commit(IReadOnlyList<Call> calls, CancellationToken stop)
        {
            await Run(calls, stop);
            engine.Run(link, [End.With()], CancellationToken.None);
            _ended = true;
            Release();
        }

        public override Call TakeLineIds(int count, List<long> ids) => LineIds.With(row => AddUpTo(row.Number(0), count, ids), ("count", count));

        // Nobody else writes until the commit, and autoincrement goes on from the highest id that was ever inserted.
        public override Call TakeYouthIds(int count, List<long> ids) => LastYouthId.With(row => AddUpTo(row.Number(0) + count, count, ids));

        static void AddUpTo(long last, int count, List<long> ids)
        {
            for (var id = last - count + 1; id <= last; id++) ids.Add(id);
        }

        protected override Task Send(IReadOnlyList<Call> calls, CancellationToken stop)
        {
            engine.Run(link, calls, stop);
            return Task.CompletedTask;
        }

        protected override Task SendBeside(IReadOnlyList<Call> calls, CancellationToken stop) => Task.Run(() => Send(calls, stop), CancellationToken.None);

        protected override ValueTask LetGo()
        {
            if (_released) return ValueTask.CompletedTask;
            try
            {
                // A failed statement may have ended the transaction already (disk full); then there is nothing to roll back.
                if (!_ended && link.InTransaction) engine.Run(link, [Back.With()], CancellationToken.None);
            }
            finally
            {
                Release();
            }
            return ValueTask.CompletedTask;
        }

        // At the commit, not only when disposed: who has committed may send for a while before letting go.
        void Release()
        {
            _released = true;
            engine._gate.Release();
        }
    }
}
