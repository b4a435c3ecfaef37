using NodaTime;

namespace MdtChatBot.Storage.Tests;

/// <summary>The stores of one node.</summary>
public sealed class Node : IAsyncDisposable
{
    public Node(string connection, string name)
    {
        Name = name;
        Database = Database.Open(connection);
        Inbox = new Inbox(Database);
        Outbox = new Outbox(Database);
        RefusedLater = new RefusedLater(Database, (saying, language, _) => new Workflow.Content.Written($"{saying.Parts[0].Text.Key} in {language.Code}", []));
        Programme = new ProgrammeStore(Database);
        Store = new TurnStore(Database, Programme, new FactSettings("https://mdt.test", "31600000000", () => "NEW1"));
        Lists = new WorkLists(Database);
        Sites = new SiteStore(Database, Programme);
        Sessions = new SessionStore(Database, Programme);
        Doors = new DoorCodes(Database);
        Staff = new StaffStore(Database);
        Audit = new AuditTrail(Database);
        Referrals = new ReferralStore(Database);
        Codes = new CodeStore(Database);
        Figures = new FigureStore(Database);
        Search = new YouthSearch(Database);
        Broadcasts = new BroadcastStore(Database);
        Feed = new BroadcastFeed(Database);
        Texts = new TextStore(Database);
        Misunderstood = new MisunderstoodStore(Database);
    }

    public string Name { get; }
    public Database Database { get; }
    public Inbox Inbox { get; }
    public Outbox Outbox { get; }
    public RefusedLater RefusedLater { get; }
    public ProgrammeStore Programme { get; }
    public TurnStore Store { get; }
    public WorkLists Lists { get; }
    public SiteStore Sites { get; }
    public SessionStore Sessions { get; }
    public DoorCodes Doors { get; }
    public StaffStore Staff { get; }
    public AuditTrail Audit { get; }
    public ReferralStore Referrals { get; }
    public CodeStore Codes { get; }
    public FigureStore Figures { get; }
    public YouthSearch Search { get; }
    public BroadcastStore Broadcasts { get; }
    public BroadcastFeed Feed { get; }
    public TextStore Texts { get; }
    public MisunderstoodStore Misunderstood { get; }

    /// <summary>Takes turns until nothing waits; those that lose a seat are decided again. Returns what may be sent.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> Turns(Instant now, Func<ClaimedTurn, DecidedTurn> decide, int max = 100)
    {
        var messages = new List<OutboxMessage>();
        while (await Batch(now, decide, max) is { } sent) messages.AddRange(sent);
        return messages;
    }

    /// <summary>One batch; null where there was nothing to do.</summary>
    public async Task<IReadOnlyList<OutboxMessage>?> Batch(Instant now, Func<ClaimedTurn, DecidedTurn> decide, int max = 100, params SendMark[] marks)
    {
        await using var batch = await Store.Claim(max, now, CancellationToken.None);
        if (batch is null) return null;
        var decided = batch.Turns.Select(decide).ToList();
        for (var lost = await batch.TakeSeats(decided, CancellationToken.None); lost.Count > 0; lost = await batch.TakeSeats(decided, CancellationToken.None))
        {
            foreach (var turn in lost) decided[decided.FindIndex(d => d.Turn.Youth == turn.Youth)] = decide(turn);
        }
        return await batch.Commit(decided, marks, Name, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
