using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using MdtChatBot.Storage;
using Microsoft.AspNetCore.Identity;

namespace MdtChatBot.Bot.Staff;

/// <summary>A passkey as text: what must be known of it when it is shown again.</summary>
sealed record KeptPasskey(byte[] PublicKey, uint SignCount, string[]? Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp, DateTimeOffset CreatedAt)
{
    public static string Write(UserPasskeyInfo passkey) => JsonSerializer.Serialize(
        new KeptPasskey(passkey.PublicKey, passkey.SignCount, passkey.Transports, passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp, passkey.CreatedAt),
        KeptPasskeyJson.Default.KeptPasskey);

    /// <summary>The attestation is checked when a passkey is made, and not kept.</summary>
    public static UserPasskeyInfo Read(StoredPasskey stored)
    {
        var kept = JsonSerializer.Deserialize(stored.Passkey, KeptPasskeyJson.Default.KeptPasskey)!;
        return new UserPasskeyInfo(
            Base64Url.DecodeFromChars(stored.CredentialId), kept.PublicKey, kept.CreatedAt, kept.SignCount, kept.Transports, kept.IsUserVerified, kept.IsBackupEligible, kept.IsBackedUp, [], [])
        { Name = stored.Name };
    }
}

[JsonSerializable(typeof(KeptPasskey))]
sealed partial class KeptPasskeyJson : JsonSerializerContext;
