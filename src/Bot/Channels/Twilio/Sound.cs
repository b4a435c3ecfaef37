namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>A sound on its way from the provider: its type, and its bytes as they come.</summary>
public sealed class Sound : IDisposable
{
    /// <summary>WhatsApp's limit for a voice note.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    const int Piece = 16 * 1024;

    // What phones record, by the name that browsers know; nothing else is passed on.
    static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["audio/ogg"] = "audio/ogg",
        ["audio/opus"] = "audio/ogg",
        ["audio/mpeg"] = "audio/mpeg",
        ["audio/mp3"] = "audio/mpeg",
        ["audio/mp4"] = "audio/mp4",
        ["audio/x-m4a"] = "audio/mp4",
        ["audio/aac"] = "audio/aac",
        ["audio/amr"] = "audio/amr",
        ["audio/3gpp"] = "audio/3gpp",
        ["audio/webm"] = "audio/webm",
        ["audio/wav"] = "audio/wav",
        ["audio/x-wav"] = "audio/wav",
    };

    readonly HttpResponseMessage _answer;
    readonly Stream _bytes;

    Sound(HttpResponseMessage answer, Stream bytes, string type)
    {
        _answer = answer;
        _bytes = bytes;
        Type = type;
    }

    /// <summary>One of a short list of types.</summary>
    public string Type { get; }

    /// <summary>Null, and the answer put away, where it is no sound or too large.</summary>
    internal static async Task<Sound?> Of(HttpResponseMessage answer, CancellationToken stop)
    {
        var content = answer.Content.Headers;
        if (answer.IsSuccessStatusCode && content.ContentLength is null or <= MaxBytes && Types.TryGetValue(content.ContentType?.MediaType ?? "", out var type))
            return new Sound(answer, await answer.Content.ReadAsStreamAsync(stop), type);
        answer.Dispose();
        return null;
    }

    /// <summary>Writes the bytes on.</summary>
    /// <returns>False where there were more than allowed: what was written is not whole.</returns>
    public async Task<bool> CopyTo(Stream to, CancellationToken stop)
    {
        var piece = new byte[Piece];
        var left = MaxBytes;
        while (await _bytes.ReadAsync(piece, stop) is var read and > 0)
        {
            left -= read;
            if (left < 0) return false;
            await to.WriteAsync(piece.AsMemory(0, read), stop);
        }

        return true;
    }

    public void Dispose() => _answer.Dispose();
}
