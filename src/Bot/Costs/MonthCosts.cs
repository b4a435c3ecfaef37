using MdtChatBot.Storage;
using MdtChatBot.Workflow;

namespace MdtChatBot.Bot.Costs;

/// <summary>What the messages of a month cost, as far as can be told: counted by us, priced by the table in the settings. The bill is the provider's.</summary>
public sealed record MonthCosts(IReadOnlyList<SiteCosts> Sites, long FreeLimit, int WarnAtPercent)
{
    public SiteCosts Total { get; } = new(null, Sites.Sum(s => s.Service), Sites.Sum(s => s.Utility), Sites.Sum(s => s.Marketing), Sites.Any(s => s.Cost is null) ? null : Sites.Sum(s => s.Cost));

    /// <summary>Service messages so far, in percent of those that are free; null where none are.</summary>
    public long? FreeUsedPercent => FreeLimit == 0 ? null : Total.Service * 100 / FreeLimit;

    /// <summary>Staff should know: soon each answer costs something.</summary>
    public bool IsNearLimit => FreeUsedPercent >= WarnAtPercent;

    /// <summary>
    /// The free service messages are the number's, not a site's: each site has its share of them. A message to a country without a price makes the cost of its site unknown.
    /// </summary>
    public static MonthCosts Of(IReadOnlyList<MessageFigure> figures, CostOptions costs)
    {
        var service = figures.Where(f => f.Category is MessageCategory.Service).Sum(f => f.Count);
        var paidShare = service <= costs.FreeServicePerMonth ? 0m : (service - costs.FreeServicePerMonth) / (decimal)service;
        return new MonthCosts([.. figures.GroupBy(f => f.Site).OrderBy(g => g.Key?.Value, StringComparer.Ordinal).Select(g => Of(g.Key, [.. g], costs, paidShare))], costs.FreeServicePerMonth, costs.WarnAtPercent);
    }

    static SiteCosts Of(SiteId? site, IReadOnlyList<MessageFigure> figures, CostOptions costs, decimal paidShare)
    {
        var prices = figures.Select(f => PriceOf(f, costs, paidShare)).ToList();
        return new SiteCosts(site, Count(figures, MessageCategory.Service), Count(figures, MessageCategory.Utility), Count(figures, MessageCategory.Marketing), prices.Contains(null) ? null : prices.Sum());
    }

    static decimal? PriceOf(MessageFigure figure, CostOptions costs, decimal paidShare)
    {
        if (figure.Category is MessageCategory.Service && paidShare == 0) return 0;
        if (costs.PriceOf(figure.Country) is not { } row) return null;
        return figure.Count * figure.Category switch
        {
            MessageCategory.Service => row.Service * paidShare,
            MessageCategory.Utility => row.Utility,
            _ => row.Marketing,
        };
    }

    static long Count(IReadOnlyList<MessageFigure> figures, MessageCategory category) => figures.Where(f => f.Category == category).Sum(f => f.Count);
}

/// <summary>What a site's messages cost.</summary>
/// <param name="Site">Null for youths without one.</param>
/// <param name="Cost">Null where a price is missing.</param>
public sealed record SiteCosts(SiteId? Site, long Service, long Utility, long Marketing, decimal? Cost);
