using MdtChatBot.Bot.Channels;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Templates;
using NodaTime;

namespace MdtChatBot.Bot.Sending;

/// <summary>On which way a message leaves a channel, by its 24-hour window if it has one.</summary>
public static class Window
{
    /// <summary>A stand-in that nobody answered is not sent again for so long: it would say nothing new.</summary>
    public static readonly Duration QuietAfterStandIn = Duration.FromHours(12);

    public static Way WayOf(IChannel channel, OutboxMessage message, Instant at) =>
        channel.HasWindow ? channel.WayOf(message, ServiceWindow.IsOpen(message.LastHeard, at)) : Way.Free.Words;

    /// <summary>The way that an attempt took which began then. Who wrote since may have had a closed window: what was looked for is what could have gone out.</summary>
    public static Way WayThen(IChannel channel, OutboxMessage message, Instant began)
    {
        if (!(message.LastHeard > began)) return WayOf(channel, message, began);
        return channel.HasWindow && channel.WayOf(message, isOpen: false) is Way.AsTemplate template ? template : Way.Free.Words;
    }
}
