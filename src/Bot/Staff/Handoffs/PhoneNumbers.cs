using MdtChatBot.Storage;
using MdtChatBot.Workflow;

namespace MdtChatBot.Bot.Staff;

/// <summary>Where a youth can be called, whole or hidden.</summary>
static class PhoneNumbers
{
    /// <summary>Null where the youth has not written from a telephone number.</summary>
    public static string? Shown(YouthCard card) =>
        card.Address.StartsWith(PhoneNumber.WhatsAppPrefix + "+", StringComparison.Ordinal) ? card.Address[PhoneNumber.WhatsAppPrefix.Length..] : null;

    /// <summary>“+31 •••• 34”: enough to tell two apart.</summary>
    public static string? Masked(YouthCard card) => Shown(card) is { Length: > 6 } number ? $"{number[..3]} •••• {number[^2..]}" : null;
}
