using System.Collections.Frozen;
using NodaTime;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>What each of Twilio's error codes means for a message. A code that is not here means: never as it is.</summary>
public static class TwilioErrors
{
    /// <summary>The classes of failure.</summary>
    public enum Meaning
    {
        /// <summary>Permanent for this message.</summary>
        Refused,

        /// <summary>Passes by itself.</summary>
        Later,

        /// <summary>Passes by itself, but is not worth more than one more try.</summary>
        OnceMore,

        /// <summary>Our account or settings: nothing is wrong with the message, and somebody must look.</summary>
        Configuration,

        OptedOut,

        /// <summary>Not as free text, or not with this template.</summary>
        NeedsTemplate,
    }

    /// <summary>Code, meaning, and how long to wait where our own back-off is too short.</summary>
    public static readonly FrozenDictionary<string, (Meaning Meaning, Duration? After)> Table = new Dictionary<string, (Meaning, Duration?)>
    {
        ["20003"] = (Meaning.Configuration, Duration.FromMinutes(5)),   // not permitted: account or token
        ["20404"] = (Meaning.Configuration, Duration.FromMinutes(5)),   // not found: account
        ["20429"] = (Meaning.Later, null),                              // too many requests, not processed
        ["21610"] = (Meaning.OptedOut, null),                           // recipient said STOP
        ["21654"] = (Meaning.NeedsTemplate, null),                      // ContentSid required
        ["21655"] = (Meaning.NeedsTemplate, null),                      // ContentSid invalid
        ["21656"] = (Meaning.NeedsTemplate, null),                      // ContentVariables invalid
        ["30001"] = (Meaning.Later, null),                              // queue overflow
        ["30008"] = (Meaning.OnceMore, null),                           // unknown
        ["63002"] = (Meaning.Configuration, Duration.FromMinutes(5)),   // sender not found
        ["63007"] = (Meaning.Configuration, Duration.FromMinutes(5)),   // From is not a WhatsApp sender
        ["63009"] = (Meaning.Later, null),                              // channel provider 5xx
        ["63010"] = (Meaning.Later, null),                              // Twilio internal
        ["63012"] = (Meaning.Later, null),                              // channel provider internal
        ["63016"] = (Meaning.NeedsTemplate, null),                      // outside the 24-hour window
        ["63017"] = (Meaning.Later, null),                              // 2,000 a second in the account
        ["63018"] = (Meaning.Later, Duration.FromMinutes(10)),          // channel rate or WhatsApp's messaging limit
        ["63019"] = (Meaning.OnceMore, null),                           // media download failed
        ["63020"] = (Meaning.Configuration, Duration.FromMinutes(30)),  // business account: payment
        ["63027"] = (Meaning.NeedsTemplate, null),                      // template missing in this language
        ["63028"] = (Meaning.NeedsTemplate, null),                      // template: wrong number of variables
        ["63033"] = (Meaning.OptedOut, null),                           // recipient blocked us
        ["63038"] = (Meaning.Later, Duration.FromHours(12)),            // daily limit of the account
        ["63040"] = (Meaning.NeedsTemplate, null),                      // template rejected
        ["63041"] = (Meaning.NeedsTemplate, null),                      // template paused
        ["131048"] = (Meaning.Later, Duration.FromHours(1)),            // Meta: too many messages were reported
        ["131050"] = (Meaning.OptedOut, null),                          // Meta: the recipient stopped marketing messages
    }.ToFrozenDictionary();

    /// <summary>Codes by which WhatsApp says that we send too much or what is not wanted: whoever goes on makes it worse.</summary>
    static readonly FrozenSet<string> Complaints = FrozenSet.Create("63018", "63049", "63051", "131048", "131049", "131064", "132015");

    /// <summary>Failures that another try may mend; those by which Meta held one back or restricted us, when staff think that it is over.</summary>
    public static bool MayBeTriedAgain(string code) => code is "63049" or "63051" or "131049" || MeaningOf(code) is Meaning.Later or Meaning.OnceMore or Meaning.Configuration;

    /// <summary>About us and not about one message: a round of invitations stops.</summary>
    public static bool IsComplaint(string code) => Complaints.Contains(code);

    public static Meaning MeaningOf(string code) => Table.TryGetValue(code, out var known) ? known.Meaning : Meaning.Refused;

    /// <summary>The result of a send that was answered with this code.</summary>
    /// <param name="attempts">Attempts before this one.</param>
    /// <param name="asked">The provider's own wish for when to come back; null without.</param>
    public static SendResult ResultFor(string code, int attempts, Duration? asked)
    {
        var (meaning, after) = Table.TryGetValue(code, out var known) ? known : (Meaning.Refused, null);
        return meaning switch
        {
            Meaning.Later or Meaning.Configuration => new SendResult.TryLater(code, asked ?? after),
            Meaning.OnceMore when attempts == 0 => new SendResult.TryLater(code, asked ?? after),
            Meaning.OptedOut => new SendResult.OptedOut(code),
            Meaning.NeedsTemplate => new SendResult.NeedsTemplate(),
            _ => new SendResult.Refused(code),
        };
    }
}
