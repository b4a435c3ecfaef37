using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Turns;

/// <summary>Group commit in front of the inbox: those who arrive while a commit runs share the next one.</summary>
public sealed class InboxWriter(Inbox inbox)
{
    /// <summary>Returns when the input is durable. Throws what the database threw; nothing was stored then.</summary>
    public Task Accept(Arrived arrived, CancellationToken stop) => throw new NotImplementedException();

    /// <summary>The same for an input of a known youth.</summary>
    public Task Accept(Addressed addressed, CancellationToken stop) => throw new NotImplementedException();
}
