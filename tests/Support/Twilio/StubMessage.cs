using NodaTime;

namespace MdtChatBot.Support;

/// <summary>One message that the stub took: what the program posted, and when.</summary>
public sealed record StubMessage
{
    /// <summary>Unique, shaped as Twilio's: <c>SM</c> and 32 hexadecimal digits.</summary>
    public required string Sid { get; init; }

    public required string To { get; init; }

    public required string From { get; init; }

    /// <summary>Empty where a content template was sent.</summary>
    public required string Body { get; init; }

    /// <summary>Empty where free text was sent.</summary>
    public required string ContentSid { get; init; }

    public required string ContentVariables { get; init; }

    /// <summary>Empty without.</summary>
    public required string StatusCallback { get; init; }

    public required Instant At { get; init; }

    /// <summary><see cref="System.Diagnostics.Stopwatch"/> ticks at arrival, for latencies.</summary>
    public required long Ticks { get; init; }
}
