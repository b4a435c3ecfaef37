namespace MdtChatBot.Bot.Voice;

/// <summary>Writes down what is said in a sound.</summary>
public interface ITranscriber
{
    /// <summary>The words; empty where none could be heard; null where it failed or took too long.</summary>
    /// <param name="sound">The whole sound.</param>
    /// <param name="type">What it is, <c>audio/ogg</c>.</param>
    /// <param name="language">In which it is likely to be; empty where that is not known.</param>
    /// <param name="stop">Ends it early.</param>
    Task<string?> Transcribe(ReadOnlyMemory<byte> sound, string type, string language, CancellationToken stop);
}
