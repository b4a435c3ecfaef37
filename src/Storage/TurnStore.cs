using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>One youth with something waiting, owned by this worker until the batch ends.</summary>
public sealed record ClaimedTurn
{
    public required YouthId Youth { get; init; }

    public required string Channel { get; init; }

    public required string Address { get; init; }

    public required Conversation Conversation { get; init; }

    public required Inbound Inbound { get; init; }

    public required Facts Facts { get; init; }

    /// <summary>The inbox row, or null where a timer fired.</summary>
    public long? InboxId { get; init; }

    /// <summary>The timer row, or null where something came in.</summary>
    public long? TimerId { get; init; }
}

/// <summary>A turn and what was decided; <paramref name="Written"/> is its <see cref="Effect.Say"/> in the youth's language.</summary>
public sealed record DecidedTurn(ClaimedTurn Turn, Decision Decision, Written? Written);

/// <summary>What facts hold that no table does: where links start, the bot's number in digits, and where fresh codes come from.</summary>
public sealed record FactSettings(string PublicUrl, string WhatsAppNumber, Func<string> NewCode);

/// <summary>Claims, loads and commits turns, a whole batch at a time with a constant number of statements.</summary>
public sealed class TurnStore(Database database, ProgrammeStore programme, FactSettings settings)
{
    /// <summary>
    /// Opens a transaction, locks up to <paramref name="max"/> youths who have an input waiting or a timer due (skipping those
    /// that another worker holds), and loads the facts of their first input each. Null when there is nothing to do.
    /// </summary>
    public Task<TurnBatch?> Claim(int max, Instant now, CancellationToken stop) => throw new NotImplementedException();

    /// <summary>The instant of the first timer not yet fired; null without timers.</summary>
    public Task<Instant?> NextTimer(CancellationToken stop) => throw new NotImplementedException();
}

/// <summary>An open batch: one transaction. Disposed without commit, nothing happened.</summary>
public sealed class TurnBatch : IAsyncDisposable
{
    public IReadOnlyList<ClaimedTurn> Turns { get; } = [];

    /// <summary>
    /// Locks the sessions that the decisions touch and takes the seats. Those who lost a race come back as turns with fresh facts:
    /// decide them again and call this again with all decisions.
    /// </summary>
    public Task<IReadOnlyList<ClaimedTurn>> TakeSeats(IReadOnlyList<DecidedTurn> decided, CancellationToken stop) => throw new NotImplementedException();

    /// <summary>
    /// Writes everything and commits. Returns the outbox messages that are leased to <paramref name="node"/> and may be sent at once.
    /// </summary>
    public Task<IReadOnlyList<OutboxMessage>> Commit(IReadOnlyList<DecidedTurn> decided, IReadOnlyList<SendMark> marks, string node, CancellationToken stop) =>
        throw new NotImplementedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
