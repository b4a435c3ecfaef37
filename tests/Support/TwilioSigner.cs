using System.Security.Cryptography;
using System.Text;

namespace MdtChatBot.Support;

/// <summary>Signs as Twilio does (channels.md 1.2): written apart from the program's own check, so that neither hides a fault of the other.</summary>
public static class TwilioSigner
{
    /// <summary>The value of <c>X-Twilio-Signature</c>: Base64 of HMAC-SHA1 over the URL and every name and value, sorted by name.</summary>
    /// <param name="authToken">The account's auth token.</param>
    /// <param name="url">Exactly as configured at Twilio, with its query and without a fragment.</param>
    /// <param name="form">Decoded values. Equal values of one name count once, as in Twilio's own Node library.</param>
    public static string Sign(string authToken, string url, IEnumerable<KeyValuePair<string, string>> form)
    {
        var signed = new StringBuilder(url);
        foreach (var (name, value) in form.Distinct().OrderBy(f => f.Key, StringComparer.Ordinal).ThenBy(f => f.Value, StringComparer.Ordinal))
            signed.Append(name).Append(value);

        // The algorithm is Twilio's, not ours to choose.
#pragma warning disable CA5350
        var hash = HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(signed.ToString()));
#pragma warning restore CA5350
        return Convert.ToBase64String(hash);
    }
}
