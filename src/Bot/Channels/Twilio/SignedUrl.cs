namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>
/// The spellings of one address that Twilio may have signed. Works on text: a parsed and printed <see cref="Uri"/> would
/// change what was signed (host case, userinfo, encoding).
/// </summary>
public static class SignedUrl
{
    /// <summary>
    /// As configured, then without a port, with the scheme's port (Twilio is not consistent about it),
    /// and each with the spaces of the query written the other way.
    /// </summary>
    public static IEnumerable<string> Variants(string url)
    {
        var withoutFragment = url.Split('#')[0];
        foreach (var spelling in PortVariants(withoutFragment))
        {
            yield return spelling;
            if (OtherSpaces(spelling) is { } other) yield return other;
        }
    }

    static IEnumerable<string> PortVariants(string url)
    {
        yield return url;
        var (start, end) = Authority(url);
        if (start == end) yield break;
        var colon = PortColon(url, start, end);
        if (colon >= 0)
            yield return url[..colon] + url[end..];
        else
            yield return url[..end] + (url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80") + url[end..];
    }

    static (int Start, int End) Authority(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return (0, 0);
        var start = scheme + 3;
        var end = url.AsSpan(start).IndexOfAny('/', '?');
        return (start, end < 0 ? url.Length : start + end);
    }

    /// <summary>Where the port begins; -1 without. The colon of a password or of an IPv6 address is not one.</summary>
    static int PortColon(string url, int start, int end)
    {
        var at = url.LastIndexOf('@', end - 1, end - start);
        var host = at < 0 ? start : at + 1;
        var colon = url.LastIndexOf(':', end - 1, end - host);
        return colon > url.LastIndexOf(']', end - 1, end - host) ? colon : -1;
    }

    static string? OtherSpaces(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0) return null;
        var rest = url[query..];
        return rest.Contains('+', StringComparison.Ordinal) ? url[..query] + rest.Replace("+", "%20", StringComparison.Ordinal)
            : rest.Contains("%20", StringComparison.Ordinal) ? url[..query] + rest.Replace("%20", "+", StringComparison.Ordinal)
            : null;
    }
}
