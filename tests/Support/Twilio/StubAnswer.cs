namespace MdtChatBot.Support;

/// <summary>What the stub does with a message that was posted to it.</summary>
public abstract record StubAnswer
{
    StubAnswer() { }

    /// <summary>201, and the message is on record.</summary>
    public static readonly StubAnswer Accept = new Accepting();

    /// <summary>Nothing is answered until the caller gives up; the message is not on record.</summary>
    public static readonly StubAnswer Hang = new Hanging(TakesIt: false);

    /// <summary>The same, but the message was taken: only the list tells.</summary>
    public static readonly StubAnswer AcceptThenHang = new Hanging(TakesIt: true);

    /// <summary>The connection breaks before an answer; the message is not on record.</summary>
    public static readonly StubAnswer Cut = new Cutting(TakesIt: false);

    /// <summary>The message was taken, and the connection breaks before the answer.</summary>
    public static readonly StubAnswer AcceptThenCut = new Cutting(TakesIt: true);

    /// <summary>429 with 20429; <paramref name="retryAfterSeconds"/> as header where given.</summary>
    public static StubAnswer TooManyRequests(int? retryAfterSeconds = null) => new Refusing(429, 20429, "Too Many Requests", retryAfterSeconds);

    public static StubAnswer ServerError(int status = 500) => new Refusing(status, 20500, "Internal Server Error", null);

    /// <summary>400 with one of Twilio's codes, for example 21610 (opted out) or 63016 (outside the window).</summary>
    public static StubAnswer Refuse(int code) => new Refusing(400, code, "Refused by the script of the stub", null);

    internal sealed record Accepting : StubAnswer;

    internal sealed record Hanging(bool TakesIt) : StubAnswer;

    internal sealed record Cutting(bool TakesIt) : StubAnswer;

    internal sealed record Refusing(int Status, int Code, string Message, int? RetryAfterSeconds) : StubAnswer;
}
