using NodaTime;

namespace MdtChatBot.Bot.Sending;

/// <summary>What a <see cref="Line"/> says is next. Closed list.</summary>
public abstract record NextSend
{
    NextSend() { }

    /// <summary>Send this one now.</summary>
    public sealed record Go(Leased Leased) : NextSend;

    /// <summary>Not this one: back into the queue until then.</summary>
    public sealed record PutBack(Leased Leased, Instant NotBefore) : NextSend;

    /// <summary>The lease has run out and another node may have it: forget it.</summary>
    public sealed record Forget(Leased Leased) : NextSend;

    /// <summary>Ask again at that time.</summary>
    public sealed record Wait(Instant Until) : NextSend;

    /// <summary>Nothing to send, or enough under way.</summary>
    public sealed record Nothing : NextSend
    {
        public static Nothing Now { get; } = new();
    }
}
