using System.ComponentModel.DataAnnotations;

namespace MdtChatBot.Bot.Channels.WebChat;

/// <summary>Section <c>WebChat</c>.</summary>
public sealed class WebChatOptions
{
    public const string Section = "WebChat";

    /// <summary>Messages of one conversation in a minute; the first of them may come at once.</summary>
    [Range(1, 10_000)]
    public int MessagesPerMinute { get; init; } = 40;

    /// <summary>
    /// Requests from one network address in a minute. Generous: a whole centre may share one address.
    /// Behind a reverse proxy everybody does, unless forwarded headers are configured.
    /// </summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinutePerNetwork { get; init; } = 3_000;

    /// <summary>Open pages of one conversation at a time.</summary>
    [Range(1, 100)]
    public int PagesPerConversation { get; init; } = 6;
}
