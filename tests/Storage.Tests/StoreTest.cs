using MdtChatBot.Support;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

/// <summary>A suite of the contract: every test has a database of its own, on either engine, and one node that works on it.</summary>
public abstract class StoreTest<TEngine> : IAsyncLifetime where TEngine : IEngine
{
    protected static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);
    protected static readonly CancellationToken Stop = CancellationToken.None;
    protected static readonly SessionId Cooking = new(1);
    protected static readonly SessionId Sport = new(2);

    readonly List<Node> _nodes = [];
    int _messages;

    protected string Connection { get; private set; } = "";

    /// <summary>The node that most tests need.</summary>
    protected Node One { get; private set; } = null!;

    protected Instant Now { get; set; } = Start;

    public async Task InitializeAsync()
    {
        Connection = await TestDatabases.Create(TEngine.IsPostgres);
        One = Another();
        await One.Programme.Save(Samples.Offer(Start), [], Stop);
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes) await node.DisposeAsync();
        TestDatabases.Remove(Connection);
    }

    /// <summary>One more node on the same database.</summary>
    protected Node Another()
    {
        var node = new Node(Connection, $"node{_nodes.Count}");
        _nodes.Add(node);
        return node;
    }

    protected Arrived Message(string from, string words) => new()
    {
        Channel = "twilio",
        Address = $"whatsapp:{from}",
        ProviderId = $"SM{++_messages}",
        Inbound = new Inbound.Message(words),
        At = Now,
    };

    /// <summary>A key that was not used before in this test.</summary>
    protected string NextKey() => $"key{++_messages}";

    /// <summary>New youths, known by their first message, which is already answered by nothing.</summary>
    protected async Task<IReadOnlyList<YouthId>> Youths(int count)
    {
        await One.Inbox.Accept([.. Enumerable.Range(0, count).Select(i => Message($"+3161{i:D7}", "hallo"))], Stop);
        var youths = new List<YouthId>();
        await One.Turns(Now, turn =>
        {
            youths.Add(turn.Youth);
            return Samples.Nothing(turn);
        });
        return youths;
    }

    /// <summary>Addresses an input to a youth, which is decided so; whatever else waits is answered by nothing.</summary>
    protected async Task<IReadOnlyList<OutboxMessage>> Do(YouthId youth, params Effect[] effects)
    {
        await One.Inbox.Accept([new Addressed(youth, $"do{++_messages}", new Inbound.CoachWrote("Coach", $"{_messages}"), Now)], Stop);
        var mine = new Inbound.CoachWrote("Coach", $"{_messages}");
        return await One.Turns(Now, turn => turn.Inbound.Equals(mine) ? Samples.Decide(turn, effects) : Samples.Nothing(turn));
    }

    /// <summary>Has one effect happen to a youth, and tells what other youths were then told.</summary>
    protected async Task<List<(YouthId, Inbound)>> DoAndSee(YouthId youth, Effect effect)
    {
        await One.Inbox.Accept([new Addressed(youth, NextKey(), new Inbound.HandoffTaken("x"), Now)], Stop);
        var seen = new List<(YouthId, Inbound)>();
        await One.Turns(Now, turn =>
        {
            if (turn.Inbound is Inbound.HandoffTaken) return Samples.Decide(turn, effect);
            seen.Add((turn.Youth, turn.Inbound));
            return Samples.Nothing(turn);
        });
        return seen;
    }

    /// <summary>Seats of a session, as another node counts them.</summary>
    protected async Task<int> Taken(SessionId session) => (await Another().Programme.Current(Now, Stop)).Session(session)!.Taken;
}
