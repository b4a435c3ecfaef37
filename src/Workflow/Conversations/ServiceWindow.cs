using NodaTime;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>WhatsApp's 24-hour window: free text only to those who wrote within it, anything else as a template (reference/channels.md 2.5).</summary>
public static class ServiceWindow
{
    public static readonly Duration Length = Duration.FromHours(24);

    /// <summary>The clocks of phone, provider and ours differ, and a send takes time.</summary>
    public static readonly Duration Margin = Duration.FromMinutes(5);

    /// <param name="lastHeard">When the youth last wrote; null if never.</param>
    /// <param name="now">When the message leaves.</param>
    public static bool IsOpen(Instant? lastHeard, Instant now) => lastHeard is { } heard && now < heard + Length - Margin;
}
