using System.Security.Cryptography;

namespace MdtChatBot.Bot;

/// <summary>Unguessable entry codes that can be read aloud and typed: no letters that look like digits.</summary>
public static class FreshCode
{
    const string Characters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    const string Digits = "23456789";

    /// <summary>Ten characters, the last a digit (as <see cref="Workflow.Referrals.EntryCode"/> demands): 48 bits.</summary>
    public static string New() => RandomNumberGenerator.GetString(Characters, 9) + RandomNumberGenerator.GetString(Digits, 1);
}
