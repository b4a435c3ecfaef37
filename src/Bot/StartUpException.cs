namespace MdtChatBot.Bot;

/// <summary>The program can't start as it is configured; the message tells whoever starts it what to change.</summary>
public sealed class StartUpException : Exception
{
    public StartUpException() { }

    public StartUpException(string message) : base(message) { }

    public StartUpException(string message, Exception inner) : base(message, inner) { }
}
