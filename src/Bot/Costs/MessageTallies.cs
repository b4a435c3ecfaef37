using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Sending;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Numbers;
using NodaTime;

namespace MdtChatBot.Bot.Costs;

/// <summary>
/// What leaves through WhatsApp, for what it costs. A node that dies loses the count of the last half minute, never a message.
/// </summary>
/// <param name="twilio">Whose number sends, and which countries there are prices for.</param>
/// <param name="clock">Tells the month.</param>
public sealed class MessageTallies(TwilioOptions twilio, CostOptions costs, IClock clock) : ITallies<MessageTally>
{
    readonly string[] _countries = [.. costs.Prices.Keys.Where(k => k.All(char.IsAsciiDigit)).OrderByDescending(k => k.Length)];
    readonly Counts<(YouthId Youth, Month Month, string Country, MessageCategory Category)> _counts = new();

    public void Count(OutboxMessage message, SendMark mark)
    {
        if (message.Channel != TwilioChannel.ChannelName || CategoryOf(mark) is not { } category) return;
        _counts.Add((message.Youth, Month.Of(clock.GetCurrentInstant()), CountryOf(message.Address), category));
    }

    public IReadOnlyList<MessageTally> Take() =>
        [.. _counts.Take().Select(t => new MessageTally(t.Key.Youth, t.Key.Month, twilio.WhatsAppNumber, t.Key.Country, t.Key.Category, t.Value))];

    public void Return(IReadOnlyList<MessageTally> tallies)
    {
        foreach (var one in tallies) _counts.Add((one.Youth, one.Month, one.Country, one.Category), one.Count);
    }

    static MessageCategory? CategoryOf(SendMark mark) => mark switch
    {
        SendMark.Sent sent => sent.Category,
        SendMark.StoodIn stood => stood.Category,
        _ => null,
    };

    /// <summary>The calling code that there is a price for; the longest that fits. Empty for all others.</summary>
    string CountryOf(string address)
    {
        var digits = address.AsSpan(address.IndexOf('+', StringComparison.Ordinal) + 1);
        if (digits.Length == address.Length) return "";
        foreach (var country in _countries)
            if (digits.StartsWith(country, StringComparison.Ordinal)) return country;
        return "";
    }
}
