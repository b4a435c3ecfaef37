using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>What became of an attempt; applied in the next commit.</summary>
public abstract record SendMark(long Id)
{
    /// <summary>The provider took it under its id.</summary>
    public sealed record Sent(long Id, string ProviderId) : SendMark(Id);

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
