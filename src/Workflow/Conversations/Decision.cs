namespace MdtChatBot.Workflow.Conversations;

/// <summary>What a turn decided: the next state, and what is asked of the world.</summary>
public sealed record Decision(Conversation Next, IReadOnlyList<Effect> Effects);
