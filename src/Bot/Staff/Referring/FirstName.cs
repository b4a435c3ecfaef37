using System.Globalization;

namespace MdtChatBot.Bot.Staff.Referring;

/// <summary>A first name as a worker types it, in any script.</summary>
static class FirstName
{
    public const int Longest = 40;

    /// <summary>The key of what is wrong with it; null where it is fine.</summary>
    public static string? Fault(string name) =>
        name.Length == 0 ? "referrals.fault.name"
        : name.Length > Longest ? "referrals.fault.nameLong"
        : name.EnumerateRunes().All(MayStand) ? null : "referrals.fault.nameLetters";

    static bool MayStand(System.Text.Rune rune) =>
        System.Text.Rune.IsLetter(rune) || rune.Value is ' ' or '-' or '\'' or '’'
        || System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
