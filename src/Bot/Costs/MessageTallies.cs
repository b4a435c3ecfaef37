using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Numbers;
using NodaTime;

namespace MdtChatBot.Bot.Costs;

/// <summary>
/// Counts in memory what leaves through WhatsApp, until it is added up: sending asks no database for it. A node that dies loses the count of the last half minute, never a message.
/// </summary>
/// <param name="twilio">Whose number sends, and which countries there are prices for.</param>
/// <param name="clock">Tells the month.</param>
public sealed class MessageTallies(TwilioOptions twilio, CostOptions costs, IClock clock)
{
    readonly Lock _gate = new();
    readonly string[] _countries = [.. costs.Prices.Keys.Where(k => k.All(char.IsAsciiDigit)).OrderByDescending(k => k.Length)];
    Dictionary<(YouthId Youth, Month Month, string Country, MessageCategory Category), long> _counts = [];

    public void Count(OutboxMessage message, SendMark mark)
    {
        if (message.Channel != TwilioChannel.ChannelName || CategoryOf(mark) is not { } category) return;
        var key = (message.Youth, Month.Of(clock.GetCurrentInstant()), CountryOf(message.Address), category);
        lock (_gate) _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }

    /// <summary>All there are; whoever takes them adds them up or returns them.</summary>
    public IReadOnlyList<MessageTally> Take()
    {
        Dictionary<(YouthId Youth, Month Month, string Country, MessageCategory Category), long> taken;
        lock (_gate)
        {
            if (_counts.Count == 0) return [];
            taken = _counts;
            _counts = [];
        }

        return [.. taken.Select(t => new MessageTally(t.Key.Youth, t.Key.Month, twilio.WhatsAppNumber, t.Key.Country, t.Key.Category, t.Value))];
    }

    public void Return(IReadOnlyList<MessageTally> tallies)
    {
        lock (_gate)
            foreach (var one in tallies)
            {
                var key = (one.Youth, one.Month, one.Country, one.Category);
                _counts[key] = _counts.GetValueOrDefault(key) + one.Count;
            }
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
