namespace MdtChatBot.Bot.Voice;

/// <summary>What a file of sound is, by its first bytes and not by its name.</summary>
static class ClipFile
{
    /// <summary>A minute of speech is far less.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Ogg, MP3 or M4A, as WhatsApp and browsers play them; null for anything else.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when bytes.StartsWith("OggS"u8) && bytes[..Math.Min(bytes.Length, 64)].IndexOf("OpusHead"u8) > 0 => "audio/ogg",
        _ when bytes.StartsWith("ID3"u8) => "audio/mpeg",
        // The sync of an MPEG frame, layer III.
        [0xFF, var second, ..] when (second & 0xE6) == 0xE2 => "audio/mpeg",
        _ when bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8) && (bytes[8..11].SequenceEqual("M4A"u8) || bytes[8..11].SequenceEqual("mp4"u8) || bytes[8..11].SequenceEqual("iso"u8)) => "audio/mp4",
        _ => null,
    };
}
