namespace MdtChatBot.Workflow.Conversations;

/// <summary>What a turn decided: the next state, and what is asked of the world.</summary>
public sealed record Decision(Conversation Next, IReadOnlyList<Effect> Effects)
{
    /// <summary>The turn asked who could take a handoff and was not told: load <see cref="Facts.Desk"/> and decide again.</summary>
    public bool AsksDesk { get; init; }
}
