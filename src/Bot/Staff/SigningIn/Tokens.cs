using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MdtChatBot.Bot.Staff;

/// <summary>Secrets that are made here, shown once, and kept as a hash. They are random and long, so that a plain hash is enough.</summary>
static class Tokens
{
    const string Readable = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>For a link: 256 bits.</summary>
    public static string NewLink() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Ten recovery codes, each of 49 bits, to be written down.</summary>
    public static IReadOnlyList<string> NewRecoveryCodes() =>
        [.. Enumerable.Range(0, 10).Select(_ => $"{RandomNumberGenerator.GetString(Readable, 5)}-{RandomNumberGenerator.GetString(Readable, 5)}")];

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>A recovery code as somebody types it from paper.</summary>
    public static string HashOfCode(string typed) => Hash(string.Concat(typed.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)));
}
