using System.Net;
using Dapper;
using MdtChatBot.Support;
using NodaTime;
using Npgsql;

namespace MdtChatBot.Bot.Tests.Crash;

/// <summary>Two nodes of the real program on one PostgreSQL, and a Twilio that both send to.</summary>
sealed class TwoNodes : IAsyncDisposable
{
    const string Database = "crash";

    readonly DurablePostgres _server;
    readonly BotProcess?[] _nodes = new BotProcess?[2];
    int _starts;

    readonly (string Name, string Value)[] _settings;

    TwoNodes(DurablePostgres server, StubTwilio twilio, (string, string)[] settings) => (_server, Twilio, _settings) = (server, twilio, settings);

    public StubTwilio Twilio { get; }

    /// <param name="seats">Seats in each of the 24 sessions.</param>
    /// <param name="prepare">What else is in the database before the nodes start.</param>
    /// <param name="settings">Further settings, by their names as environment variables.</param>
    public static async Task<TwoNodes> Start(int seats, Func<string, Task>? prepare = null, params (string Name, string Value)[] settings)
    {
        var server = await DurablePostgres.Start();
        var both = new TwoNodes(server, await StubTwilio.Start(), settings);
        await server.CreateDatabase(Database);
        await JourneyOffer.Save(both.ConnectionString, seats, SystemClock.Instance.GetCurrentInstant());
        if (prepare is not null) await prepare(both.ConnectionString);
        await both.StartNode(0);
        await both.StartNode(1);
        return both;
    }

    /// <summary>Null while the node is down.</summary>
    public IPEndPoint? Address(int node) => Volatile.Read(ref _nodes[node])?.Address;

    /// <summary><c>kill -9</c>, and after a moment a new process in its place.</summary>
    public async Task Crash(int node)
    {
        var dying = _nodes[node]!;
        var name = NameOf(node);
        await dying.Kill();
        Volatile.Write(ref _nodes[node], null);
        await dying.DisposeAsync();
        await StartNode(node);
        await LetLeasesRunOut(name);
    }

    public async Task<IReadOnlyList<T>> Query<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        return [.. await connection.QueryAsync<T>(sql)];
    }

    public async Task<T> Ask<T>(string sql) => (await Query<T>(sql))[0];

    /// <summary>What both nodes wrote to their consoles.</summary>
    public string Log => string.Join('\n', _nodes.Select(n => n?.Log));

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            if (node is not null) await node.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await Twilio.DisposeAsync();
        await _server.DisposeAsync();
    }

    string ConnectionString => _server.ConnectionString(Database);

    string NameOf(int node) => $"node-{node}-start-{_starts}";

    async Task StartNode(int node)
    {
        _starts++;
        var started = await BotProcess.Start(new BotStart
        {
            Program = Path.Combine(AppContext.BaseDirectory, "MdtChatBot.Bot.dll"),
            ConnectionString = ConnectionString,
            Twilio = Twilio,
            Settings = new Dictionary<string, string>(_settings.ToDictionary(s => s.Name, s => s.Value))
            {
                ["Pipeline__Node"] = NameOf(node),
                // Twilio's limits would make the test last for minutes.
                ["Pipeline__MessagesPerSecond"] = "0",
            },
        });
        Volatile.Write(ref _nodes[node], started);
    }

    /// <summary>
    /// What the dead node held is given up a minute after it was leased. The test does not wait for that minute but moves those leases back by it.
    /// </summary>
    async Task LetLeasesRunOut(string name)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.ExecuteAsync(
            "update outbox set leased_at = leased_at - interval '1 minute', due = due - interval '1 minute' where leased_by = @name", new { name });
    }
}
