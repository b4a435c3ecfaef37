using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot.Staff;

/// <summary>The key that opens the staff API.</summary>
public sealed class StaffKey
{
    readonly byte[] _hash;

    public StaffKey(IOptions<StaffOptions> options, IHostEnvironment environment)
    {
        var set = options.Value.ApiKey;
        IsGenerated = set.Length == 0 && environment.IsDevelopment();
        Value = IsGenerated ? RandomNumberGenerator.GetHexString(32, lowercase: true) : set;
        _hash = SHA256.HashData(Encoding.UTF8.GetBytes(Value));
    }

    /// <summary>Made for this run because none is set, in Development.</summary>
    public bool IsGenerated { get; }

    /// <summary>Without a key there is no API.</summary>
    public bool Exists => Value.Length > 0;

    public string Value { get; }

    /// <summary>Compares hashes in constant time, so that neither the length nor the place of a difference shows.</summary>
    public bool Opens(string given) => Exists && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), _hash);
}
