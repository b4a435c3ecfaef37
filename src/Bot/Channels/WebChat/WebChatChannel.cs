using MdtChatBot.Storage;
using MdtChatBot.Workflow.Templates;
using NodaTime;

namespace MdtChatBot.Bot.Channels.WebChat;

/// <summary>
/// Sends by waking the open pages: they read the conversation from the database, so a page that is closed now, or open on
/// another node, misses nothing.
/// </summary>
public sealed class WebChatChannel(Listeners listeners, WorkLists lists) : IChannel
{
    /// <summary>As stored with every youth who writes here.</summary>
    public const string ChannelName = "web";

    static readonly SendResult NobodyListens = new SendResult.TryLater("nobody-listens", Duration.FromSeconds(2));

    public string Name => ChannelName;

    public bool HasWindow => false;

    public bool IsLimited => false;

    public async Task<SendResult> Send(OutboxMessage message, Way way, CancellationToken stop)
    {
        if (listeners.Tell(message) || await IsKept(message, stop)) return new SendResult.Accepted($"web:{message.Id}");

        // The goodbye to a youth whose conversation was erased stands nowhere else: it waits for a page to say it to.
        return NobodyListens;
    }

    public async Task<string?> FindSent(OutboxMessage message, Way way, Func<string, Task<bool>> isTaken, CancellationToken stop) =>
        await IsKept(message, stop) ? $"web:{message.Id}" : null;

    async Task<bool> IsKept(OutboxMessage message, CancellationToken stop) =>
        await lists.FindYouth(ChannelName, message.Address, stop) is not null;
}
