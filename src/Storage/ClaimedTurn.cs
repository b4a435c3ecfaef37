using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Invitations;

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

    /// <summary>
    /// Why the stored state or input can't be read (a newer program wrote it, or a hand did): the type of what was thrown. Null as a rule.
    /// Such a turn can't be decided, only counted as failed; <see cref="Conversation"/> and <see cref="Inbound"/> then mean nothing.
    /// </summary>
    public string? Unreadable { get; init; }
}

/// <summary>A turn and what was decided; <paramref name="Written"/> is its <see cref="Effect.Say"/> in the youth's language.</summary>
public sealed record DecidedTurn(ClaimedTurn Turn, Decision Decision, Written? Written)
{
    /// <summary>The conversation as it is stored.</summary>
    internal string StateText => field ??= StorageJson.Write(Decision.Next);

    /// <summary>What the bot says, as it is stored in the transcript; null where it says nothing.</summary>
    internal string? SayingText => field ??= Decision.Effects.OfType<Effect.Say>().FirstOrDefault() is { } say ? StorageJson.Write(say.Saying) : null;

    /// <summary>The words that go out, as they are stored in the outbox; null where there are none.</summary>
    internal string? WrittenText => field ??= Written is null ? null : StorageJson.Write(Written);

    /// <summary>The same, with the texts that the commit will write: made now, the database notes meanwhile what arrived.</summary>
    public DecidedTurn Prepared()
    {
        _ = (StateText, SayingText, WrittenText);
        return this;
    }
}

/// <summary>What facts hold that no table does: where links start, the bot's number in digits, and where fresh codes come from.</summary>
public sealed record FactSettings(string PublicUrl, string WhatsAppNumber, Func<string> NewCode)
{
    /// <summary>Invitations that a youth gets in a month at most.</summary>
    public int InvitationsAMonth { get; init; } = InvitationRules.UsuallyAMonth;

    /// <summary>What staff spoke, as it is now.</summary>
    public Func<IReadOnlyDictionary<SpokenText, string>>? Clips { get; init; }

    /// <summary>A computer writes down what is said in voice notes.</summary>
    public bool Listens { get; init; }

    /// <summary>What is not understood is kept for staff, without the youth.</summary>
    public bool KeepsMisunderstood { get; init; }

    /// <summary>Channels on which free words go through only for a day after the youth wrote.</summary>
    public IReadOnlyCollection<string> Windowed { get; init; } = [];
}
