using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Staff.Numbers;

/// <summary>From a state and a provider's code to the key of plain words for it.</summary>
static class WhyUndelivered
{
    public static string Of(Delivery state, string code) => state switch
    {
        Delivery.NeedsTemplate => "trouble.why.template",
        Delivery.Unknown => "trouble.why.unknown",
        _ => TwilioErrors.MeaningOf(code) switch
        {
            TwilioErrors.Meaning.OptedOut => "trouble.why.optedOut",
            TwilioErrors.Meaning.Configuration => "trouble.why.settings",
            TwilioErrors.Meaning.NeedsTemplate => "trouble.why.template",
            TwilioErrors.Meaning.Later or TwilioErrors.Meaning.OnceMore => "trouble.why.away",
            _ => "trouble.why.refused",
        },
    };
}
