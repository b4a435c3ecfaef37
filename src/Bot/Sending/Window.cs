using MdtChatBot.Bot.Channels;
using MdtChatBot.Storage;
using NodaTime;

namespace MdtChatBot.Bot.Sending;

/// <summary>WhatsApp's 24-hour window: free text only to those who wrote within it, anything else as a template (reference/channels.md 2.5).</summary>
public static class Window
{
    public static readonly Duration Length = Duration.FromHours(24);

    /// <summary>The clocks of phone, provider and ours differ, and a send takes time.</summary>
    public static readonly Duration Margin = Duration.FromMinutes(5);

    public static bool Allows(IChannel channel, OutboxMessage message, Instant now) =>
        !channel.HasWindow || IsOpen(message.LastHeard, now) || channel.HasTemplateFor(message);

    static bool IsOpen(Instant? lastHeard, Instant now) => lastHeard is { } heard && now < heard + Length - Margin;
}
