namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>
/// The spellings of one address that Twilio may have signed. Works on text: a parsed and printed <see cref="Uri"/> would
/// change what was signed (host case, userinfo, encoding).
/// </summary>
public static class SignedUrl
{
    /// <summary>
    /// As configured, then without a port or with the scheme's port (Twilio is not consistent about it),
    /// and each with the query written as Twilio's Node library would.
    /// </summary>
    public static IEnumerable<string> Variants(string url)
    {
        var withoutFragment = url.Split('#')[0];
        foreach (var spelling in PortVariants(withoutFragment))
        {
            yield return spelling;
            foreach (var other in OtherQueries(spelling)) yield return other;
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

    /// <summary>A browser's parser escapes the apostrophe; Node's older one leaves it and writes spaces as <c>%20</c>.</summary>
    static IEnumerable<string> OtherQueries(string url)
    {
        var start = url.IndexOf('?', StringComparison.Ordinal);
        if (start < 0) yield break;
        var (path, query) = (url[..start], url[start..]);
        var escaped = query.Replace("'", "%27", StringComparison.Ordinal);
        if (escaped != query) yield return path + escaped;
        var legacy = query.Replace("%27", "'", StringComparison.Ordinal).Replace("+", "%20", StringComparison.Ordinal);
        if (legacy != query) yield return path + legacy;
    }
}
