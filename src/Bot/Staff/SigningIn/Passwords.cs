using System.Security.Cryptography;
using MdtChatBot.Storage;
using Microsoft.AspNetCore.Identity;

namespace MdtChatBot.Bot.Staff;

/// <summary>Hashes and compares passwords, with the hasher of ASP.NET Core Identity.</summary>
public sealed class Passwords
{
    /// <summary>Long rather than complicated: a sentence is easy to remember.</summary>
    public const int Shortest = 12;

    public const int Longest = 200;

    readonly PasswordHasher<StaffAccount> _hasher = new();
    readonly string _nobody;

    public Passwords() => _nobody = Hash(NewStamp());

    public string Hash(string password) => _hasher.HashPassword(null!, password);

    /// <summary>Takes as long for an account without a password, and for no account at all, as for a wrong one.</summary>
    public bool Opens(StaffAccount? account, string password) =>
        _hasher.VerifyHashedPassword(null!, account?.PasswordHash ?? _nobody, password) is not PasswordVerificationResult.Failed && account?.PasswordHash is not null;

    /// <summary>A fresh stamp: sessions that carry another one end.</summary>
    public static string NewStamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
