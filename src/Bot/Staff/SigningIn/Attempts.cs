using System.Net;
using System.Net.Sockets;
using MdtChatBot.Storage;
using NodaTime.Extensions;

namespace MdtChatBot.Bot.Staff;

/// <summary>
/// Limits guessing: of passwords and codes by what is guessed at, and of everything by network. The same for an address that has no account, so
/// that nobody learns which have one.
/// </summary>
public sealed class Attempts(FailureStore failures, TimeProvider time)
{
    public const int MostForOne = 8;

    /// <summary>A whole office, or a whole centre, may share one address.</summary>
    public const int MostForNetwork = 60;

    static readonly NodaTime.Duration Memory = NodaTime.Duration.FromMinutes(15);

    /// <summary>Whether one more try would be too many. <paramref name="what"/> names what is guessed at: an address, an account's code; null for a link.</summary>
    public async Task<bool> AreTooMany(HttpContext http, string? what, CancellationToken stop)
    {
        var counts = await failures.Counts(Keys(http, what), time.GetCurrentInstant(), stop);
        return (what is not null && counts.GetValueOrDefault(Key(what)) >= MostForOne) || counts.GetValueOrDefault(NetworkKey(http)) >= MostForNetwork;
    }

    public Task Failed(HttpContext http, string? what, CancellationToken stop)
    {
        var now = time.GetCurrentInstant();
        return failures.Add(Keys(http, what), now, now + Memory, stop);
    }

    /// <summary>It was right: what went before is forgotten, but not what the network did.</summary>
    public Task Succeeded(string what, CancellationToken stop) => failures.Clear(Key(what), stop);

    static IReadOnlyList<string> Keys(HttpContext http, string? what) =>
        [.. new[] { what is null ? null : Key(what), NetworkKey(http) }.OfType<string>().Order(StringComparer.Ordinal)];

    static string Key(string what) => Tokens.Hash("one:" + what.Trim().ToLowerInvariant());

    static string NetworkKey(HttpContext http) => Tokens.Hash("network:" + Network(http.Connection.RemoteIpAddress));

    // Of IPv6 a home has 2^64 addresses: its network is the first half.
    static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes()[..8]),
        _ => address.ToString(),
    };
}
