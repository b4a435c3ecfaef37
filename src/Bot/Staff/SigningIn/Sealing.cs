using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace MdtChatBot.Bot.Staff;

/// <summary>Seals what must be read again but not by who reads the database's backup without its keys; and what goes through a form.</summary>
public sealed class Sealing(IDataProtectionProvider provider)
{
    readonly ITimeLimitedDataProtector _forms = provider.CreateProtector("staff.forms").ToTimeLimitedDataProtector();
    readonly IDataProtector _rows = provider.CreateProtector("staff.rows");

    /// <summary>For the database.</summary>
    public string Seal(string text) => _rows.Protect(text);

    /// <exception cref="CryptographicException">The keys are gone.</exception>
    public string Open(string sealedText) => _rows.Unprotect(sealedText);

    /// <summary>Null where the keys are gone.</summary>
    public string? TryOpen(string sealedText) => TryOpen(_rows, sealedText);

    /// <summary>For a hidden field: it comes back unchanged and in time, or not at all.</summary>
    public string SealForm(string text, TimeSpan lasts) => _forms.Protect(text, lasts);

    /// <summary>Null where it was changed or came too late.</summary>
    public string? OpenForm(string? sealedText) => string.IsNullOrEmpty(sealedText) ? null : TryOpen(_forms, sealedText);

    static string? TryOpen(IDataProtector keys, string sealedText)
    {
        try
        {
            return keys.Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
