using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MdtChatBot.Workflow;

namespace MdtChatBot.Bot.Costs;

/// <summary>Section <c>Costs</c>: what WhatsApp and the provider charge for a message, and how many are free. Prices change: they are the organisation's to fill in.</summary>
public sealed class CostOptions
{
    public const string Section = "Costs";

    /// <summary>Of all prices.</summary>
    public string Currency { get; set; } = "EUR";

    /// <summary>Service messages of a number that cost nothing, each month.</summary>
    [Range(0, 1_000_000)]
    public int FreeServicePerMonth { get; set; } = 1000;

    /// <summary>At how much of the free ones staff are warned.</summary>
    [Range(1, 100)]
    public int WarnAtPercent { get; set; } = 80;

    /// <summary>By calling code (<c>31</c>); <c>other</c> for all that are not named.</summary>
    public Dictionary<string, PriceRow> Prices { get; init; } = [];

    /// <summary>Of a message to a country, by its calling code; null where nobody entered one.</summary>
    public PriceRow? PriceOf(string country) => Prices.GetValueOrDefault(country) ?? Prices.GetValueOrDefault("other");

    /// <summary>For staff: <c>EUR 1,25</c>.</summary>
    public string Written(decimal amount, Language language) =>
        $"{Currency} {amount.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', language == Language.Dutch ? ',' : '.')}";
}

/// <summary>Of one message to this country, the provider's own fee included.</summary>
public sealed class PriceRow
{
    [Range(0, 100)]
    public decimal Service { get; set; }

    [Range(0, 100)]
    public decimal Utility { get; set; }

    [Range(0, 100)]
    public decimal Marketing { get; set; }
}
