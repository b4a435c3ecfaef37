using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>The heart: one pure function from what was, what happened and what is known to what follows.</summary>
public sealed class Engine(Catalogue catalogue, Phrases phrases)
{
    /// <summary>The same inputs give the same decision, always; so a turn that lost a race is simply run again.</summary>
    public Decision Turn(Conversation conversation, Inbound inbound, Facts facts)
    {
        _ = (catalogue, phrases, inbound, facts);
        return new Decision(conversation, []);
    }
}
