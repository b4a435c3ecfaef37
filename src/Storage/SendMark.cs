using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>What became of an attempt; applied in the next commit.</summary>
public abstract record SendMark(long Id)
{
    /// <summary>The provider took it under its id.</summary>
    public sealed record Sent(long Id, string ProviderId) : SendMark(Id)
    {
        public SentAs As { get; init; }

        public MessageCategory Category { get; init; }
    }

    /// <summary>A stand-in went out in its place; the message itself waits until the youth taps it, or writes.</summary>
    public sealed record StoodIn(long Id, string StandIn, MessageCategory Category) : SendMark(Id);

    public sealed record Again(long Id, Instant NotBefore, string Code) : SendMark(Id);

    /// <summary>Not tried after all (its turn did not come in time, or the program stops): waits again as it was, and no attempt is counted.</summary>
    public sealed record PutBack(long Id, Instant NotBefore) : SendMark(Id);

    public sealed record Failed(long Id, string Code) : SendMark(Id);

    /// <summary>The youth has opted out at the provider: the message fails, and the conversation is stopped.</summary>
    public sealed record OptedOut(long Id, string Code) : SendMark(Id);

    /// <summary>Outside the 24-hour window and no template: waits until the youth writes or a template exists; staff see it.</summary>
    public sealed record NeedsTemplate(long Id) : SendMark(Id);

    /// <summary>No answer came: nobody knows whether it was sent.</summary>
    public sealed record Unknown(long Id, Instant Since, Instant LookAgain) : SendMark(Id);
}

/// <summary>On which way a message left. Stored by name.</summary>
public enum SentAs
{
    /// <summary>In its own words, inside the window.</summary>
    Free,

    /// <summary>As an approved template.</summary>
    Template,

    /// <summary>A stand-in went out first.</summary>
    StandIn,
}

/// <summary>As what WhatsApp charges a message. Stored by name.</summary>
public enum MessageCategory
{
    /// <summary>Free words inside the window.</summary>
    Service,

    Utility,

    Marketing,
}
