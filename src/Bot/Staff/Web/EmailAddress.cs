using System.Net.Mail;

namespace MdtChatBot.Bot.Staff;

/// <summary>Whether something is an e-mail address that somebody may have; only mail itself would tell whether they do.</summary>
static class EmailAddress
{
    public const int Longest = 200;

    public static bool IsOne(string typed) =>
        typed.Length is > 0 and <= Longest
        && !typed.Any(char.IsWhiteSpace)
        && MailAddress.TryCreate(typed, out var address)
        && address.Address == typed
        && address.Host.Contains('.', StringComparison.Ordinal);
}
