using MdtChatBot.Storage;
using MdtChatBot.Workflow.Templates;
using NodaTime;

namespace MdtChatBot.Bot.Channels;

/// <summary>A way to reach a youth. Implementations: Twilio WhatsApp, web chat, terminal.</summary>
public interface IChannel
{
    /// <summary>As in <see cref="Arrived.Channel"/>.</summary>
    string Name { get; }

    /// <summary>Free text may be sent only within 24 hours after the youth last wrote (WhatsApp).</summary>
    bool HasWindow { get; }

    /// <summary>Whether rate and pair limits apply.</summary>
    bool IsLimited { get; }

    /// <summary>On which way this message may leave: in its own words, as an approved template, by a stand-in, or not now.</summary>
    /// <param name="message">Which.</param>
    /// <param name="isOpen">Whether the window is open.</param>
    Way WayOf(OutboxMessage message, bool isOpen) => isOpen ? Way.Free.Words : Way.Waits.ForYouth;

    /// <summary>One attempt. Never throws for what the provider answers; an answer that never came is <see cref="SendResult.Unknown"/>.</summary>
    Task<SendResult> Send(OutboxMessage message, Way way, CancellationToken stop);

    /// <summary>
    /// Looks at the provider whether a message of unknown fate was sent on this way: its id there, or null if it certainly was not.
    /// </summary>
    /// <exception cref="HttpRequestException">The provider can't be asked now; ask again later.</exception>
    Task<string?> FindSent(OutboxMessage message, Way way, Func<string, Task<bool>> isTaken, CancellationToken stop);
}

/// <summary>What became of one attempt to send.</summary>
public abstract record SendResult
{
    SendResult() { }

    public sealed record Accepted(string ProviderId) : SendResult;

    /// <summary>Worth trying again; <paramref name="After"/> is the provider's wish, or null for our own back-off.</summary>
    public sealed record TryLater(string Code, Duration? After) : SendResult;

    /// <summary>Will never be accepted as it is.</summary>
    public sealed record Refused(string Code) : SendResult;

    /// <summary>The youth does not want messages from this number.</summary>
    public sealed record OptedOut(string Code) : SendResult;

    /// <summary>Outside the window: only a template may be sent.</summary>
    public sealed record NeedsTemplate : SendResult;

    /// <summary>No answer came: it may or may not have been sent.</summary>
    public sealed record Unknown : SendResult;
}
