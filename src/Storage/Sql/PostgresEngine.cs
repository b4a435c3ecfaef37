using System.Data;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace MdtChatBot.Storage.Sql;

/// <summary>PostgreSQL: kept connections, statements prepared once for each, whole transactions in few round trips.</summary>
sealed class PostgresEngine : Engine
{
    // A plan made while a table was empty would keep scanning it when it has filled up (performance.md, lesson 3). With one plan for all
    // values, and neither sequential scans nor hash or merge joins to choose from, every statement walks its indexes, row by row, for ever.
    // Nor is a helper process started for a statement that is thought to read much: starting it takes longer than any of ours.
    const string SteadyPlans = "-c max_parallel_workers_per_gather=0 -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c jit=off";

    static readonly Statement Begin = new("begin");
    static readonly Statement End = new("commit");
    static readonly Statement Back = new("rollback");
    static readonly Statement LineIds = new("select nextval('line_id') from generate_series(1, @count)");
    static readonly Statement YouthIds = new("select nextval('youth_id_seq') from generate_series(1, @count)");

    readonly NpgsqlDataSource _source;
    readonly WarmConnections _connections;

    public PostgresEngine(string connectionString)
    {
        _source = new NpgsqlDataSourceBuilder(Settings(connectionString)).Build();
        _connections = new WarmConnections(_source, TimeProvider.System);
    }

    /// <summary>The connection string with what every connection of ours needs.</summary>
    public static string Settings(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Enlist = false, NoResetOnClose = true };
        if (settings.MaxAutoPrepare == 0) settings.MaxAutoPrepare = 200;
        settings.AutoPrepareMinUsages = 2;
        settings.Options = $"{settings.Options} {SteadyPlans}".Trim();
        settings.ApplicationName ??= "mdt";
        return settings.ConnectionString;
    }

    public override async Task<Transaction> Open(CancellationToken stop) => new PostgresTransaction(this, await _connections.Take(stop));

    public override async Task Read(IReadOnlyList<Call> calls, CancellationToken stop)
    {
        var connection = await _connections.Take(stop);
        await SendLast(connection, calls, stop);
    }

    public override async ValueTask DisposeAsync()
    {
        await _connections.DisposeAsync();
        await _source.DisposeAsync();
    }

    /// <summary>Runs the statements and lets go of the connection.</summary>
    async Task SendLast(NpgsqlConnection connection, IReadOnlyList<Call> calls, CancellationToken stop)
    {
        try
        {
            await Send(connection, calls, stop);
        }
        catch
        {
            await _connections.GiveUp(connection);
            throw;
        }
        await _connections.Return(connection);
    }

    async Task Send(NpgsqlConnection connection, IReadOnlyList<Call> calls, CancellationToken stop)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var call in calls) batch.BatchCommands.Add(Command(call));
        Count(calls.Count);
        await using (var reader = await batch.ExecuteReaderAsync(stop))
        {
            foreach (var call in calls)
            {
                if (call.Row is not { } row) continue;
                while (await reader.ReadAsync(stop)) row(reader);
                await reader.NextResultAsync(stop);
            }
            while (await reader.NextResultAsync(stop)) { }
        }
        for (var i = 0; i < calls.Count; i++) calls[i].Changed = (int)batch.BatchCommands[i].Rows;
    }

    static NpgsqlBatchCommand Command(Call call)
    {
        var command = new NpgsqlBatchCommand(call.Statement.PostgresText);
        if (call.Arrays is { } arrays)
            foreach (var array in arrays()) command.Parameters.Add(array);
        foreach (var name in call.Statement.Scalars) command.Parameters.Add(Parameter(call.Scalar(name)));
        return command;
    }

    static NpgsqlParameter Parameter(object? value) => value switch
    {
        long number => new NpgsqlParameter<long> { TypedValue = number },
        int number => new NpgsqlParameter<long> { TypedValue = number },
        string text => new NpgsqlParameter<string> { TypedValue = text },
        bool flag => new NpgsqlParameter<bool> { TypedValue = flag },
        Instant at => new NpgsqlParameter<DateTime> { NpgsqlDbType = NpgsqlDbType.TimestampTz, TypedValue = at.ToDateTimeUtc() },
        _ => throw new ArgumentException("Parameters are numbers, texts, flags and instants; a missing value belongs in rows.", nameof(value)),
    };

    sealed class PostgresTransaction(PostgresEngine engine, NpgsqlConnection connection) : Transaction
    {
        bool _begun;
        bool _ended;

        public override async Task Commit(IReadOnlyList<Call> calls, CancellationToken stop)
        {
            await Run([.. calls, End.With()], stop);
            _ended = true;
            await engine._connections.Return(connection);
        }

        public override Call TakeLineIds(int count, List<long> ids) => LineIds.With(row => ids.Add(row.Number(0)), ("count", count));

        public override Call TakeYouthIds(int count, List<long> ids) => YouthIds.With(row => ids.Add(row.Number(0)), ("count", count));

        protected override async Task Send(IReadOnlyList<Call> calls, CancellationToken stop)
        {
            IReadOnlyList<Call> all = _begun ? calls : [Begin.With(), .. calls];
            _begun = true;
            await engine.Send(connection, all, stop);
        }

        // The server works on them; only their answers come to a thread of ours.
        protected override Task SendBeside(IReadOnlyList<Call> calls, CancellationToken stop) => Send(calls, stop);

        protected override async ValueTask LetGo()
        {
            // Handed back once only, also where the first try failed: two would use it at the same time.
            if (_ended) return;
            _ended = true;
            if (!_begun) await engine._connections.Return(connection);
            else if (connection.State is ConnectionState.Open) await engine.SendLast(connection, [Back.With()], CancellationToken.None);
            else await engine._connections.GiveUp(connection);
        }
    }
}
