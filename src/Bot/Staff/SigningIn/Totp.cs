using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MdtChatBot.Bot.Staff;

/// <summary>Codes of an authenticator app: RFC 6238 with SHA-1, six digits and thirty seconds, which every app can.</summary>
public static class Totp
{
    const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const int SecondsOfStep = 30;
    const int Modulus = 1_000_000;

    /// <summary>A fresh secret, as apps and people read it.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString(Base32, 32);

    /// <summary>The number of the thirty seconds.</summary>
    public static long Step(DateTimeOffset at) => at.ToUnixTimeSeconds() / SecondsOfStep;

    /// <summary>The step that a code belongs to: now, or just before or after for a clock that is a little off. Null where it is none of these.</summary>
    public static long? Match(string secret, string typed, DateTimeOffset now)
    {
        var code = string.Concat(typed.Where(char.IsDigit));
        if (code.Length != 6) return null;
        foreach (var step in new[] { Step(now), Step(now) - 1, Step(now) + 1 })
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), Encoding.UTF8.GetBytes(code))) return step;
        return null;
    }

    public static string Code(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // what RFC 6238 says and every app does; a code lives for a minute and opens once
        HMACSHA1.HashData(Bytes(secret), counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & 0x7fff_ffff;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>What the QR code holds.</summary>
    public static string Address(string secret, string email) =>
        $"otpauth://totp/MDT:{Uri.EscapeDataString(email)}?secret={secret}&issuer=MDT&algorithm=SHA1&digits=6&period={SecondsOfStep}";

    static byte[] Bytes(string secret)
    {
        var bytes = new byte[secret.Length * 5 / 8];
        var (bits, value, at) = (0, 0, 0);
        foreach (var letter in secret)
        {
            value = (value << 5) | Base32.IndexOf(letter, StringComparison.Ordinal);
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes[at++] = (byte)(value >> bits);
            value &= (1 << bits) - 1;
        }

        return bytes;
    }
}
