using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>
/// <c>X-Twilio-Signature</c>: base 64 of HMAC-SHA1, keyed with the auth token, over the address and all form fields
/// sorted by name (Twilio, “Security: validating requests”; duplicates as in Twilio's own Node library).
/// </summary>
public sealed class TwilioSignature(string authToken)
{
    const int HashBytes = 20;

    /// <summary>28 characters of base 64 for 20 bytes.</summary>
    const int TextLength = 28;

    readonly byte[] _key = Encoding.UTF8.GetBytes(authToken);

    /// <summary>Whether Twilio signed this body for this address (scheme, host, path and query as configured at Twilio).</summary>
    public bool IsValid(string url, WebhookForm form, string signature)
    {
        if (signature.Length != TextLength) return false;
        if (form.IsJson && !HasHashOf(url, form.Raw)) return false;

        var fields = form.IsJson ? "" : Joined(form.Fields);
        foreach (var address in SignedUrl.Variants(url))
            if (FixedTimeEquals(signature, SignatureOf(address, fields))) return true;
        return false;
    }

    string SignatureOf(string address, string fields)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(address.Length + fields.Length));
        var length = Encoding.UTF8.GetBytes(address, buffer);
        length += Encoding.UTF8.GetBytes(fields, buffer.AsSpan(length));
        Span<byte> hash = stackalloc byte[HashBytes];
#pragma warning disable CA5350 // HMAC-SHA1 is what Twilio signs with.
        HMACSHA1.HashData(_key, buffer.AsSpan(0, length), hash);
#pragma warning restore CA5350
        // The buffer holds a youth's words: not left in the pool.
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return Convert.ToBase64String(hash);
    }

    /// <summary>Takes the same time wherever the first difference is.</summary>
    static bool FixedTimeEquals(string given, string right) =>
        CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(given.AsSpan()), MemoryMarshal.AsBytes(right.AsSpan()));

    /// <summary>Names in ordinal order, each followed by its value; of a repeated name, each different value once, in ordinal order.</summary>
    static string Joined(IReadOnlyList<(string Name, string Value)> fields)
    {
        var sorted = fields.ToArray();
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Name, b.Name) is var byName and not 0 ? byName : string.CompareOrdinal(a.Value, b.Value));
        var text = new StringBuilder(512);
        for (var i = 0; i < sorted.Length; i++)
            if (i == 0 || sorted[i] != sorted[i - 1])
                text.Append(sorted[i].Name).Append(sorted[i].Value);
        return text.ToString();
    }

    static bool HasHashOf(string url, byte[] body)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0) return false;
        foreach (var pair in new QueryStringEnumerable(url.AsMemory(query)))
        {
            if (pair.DecodeName().Span is not "bodySHA256") continue;
            return FixedTimeEquals(pair.DecodeValue().ToString(), Convert.ToHexStringLower(SHA256.HashData(body)));
        }

        return false;
    }
}
