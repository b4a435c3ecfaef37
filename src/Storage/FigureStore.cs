using MdtChatBot.Storage.Figures;
using MdtChatBot.Storage.Turns;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Numbers;

namespace MdtChatBot.Storage;

/// <summary>What the figures are asked by. Null is all.</summary>
public sealed record FigureFilter
{
    public required Month From { get; init; }

    public required Month To { get; init; }

    /// <summary>Null: all sites.</summary>
    public IReadOnlyList<SiteId>? Sites { get; init; }

    public Language? Language { get; init; }

    public EntrySource? Source { get; init; }
}

/// <summary>A count of one step, for one site, language or source as asked.</summary>
/// <param name="Of">The site, language or source; empty for what has none, or where nothing was asked.</param>
public sealed record Figure(string Of, CountedStep Step, string Detail, int Count);

/// <summary>By what figures are told apart.</summary>
public enum FigureBy
{
    Nothing,
    Site,
    Language,
    Source,
}

/// <summary>Counts by month, site, language and source; nothing in them leads back to a youth.</summary>
public sealed class FigureStore(Database database)
{
    const int AtOnce = 500;

    /// <summary>Adds up what turns counted since the last time. Several nodes may do so at once. Returns how much there was.</summary>
    public async Task<int> AddUp(CancellationToken stop)
    {
        var all = 0;
        int taken;
        do
        {
            taken = await AddSome(stop);
            all += taken;
        }
        while (taken == AtOnce);
        return all;
    }

    public async Task<IReadOnlyList<Figure>> Read(FigureFilter filter, FigureBy by, CancellationToken stop)
    {
        var found = new List<Figure>();
        // Every cell has its row of sums: which rows to add up is known before any is read.
        var language = by is FigureBy.Language ? null : filter.Language?.Code ?? FigureSql.All;
        var source = by is FigureBy.Source ? null : filter.Source?.ToString() ?? FigureSql.All;
        var keys = from l in language is null ? FigureSql.Languages : [language]
                   from s in source is null ? FigureSql.Sources : [source]
                   select (Language: l, Source: s);
        var sites = by is FigureBy.Site || filter.Sites is not null ? filter.Sites : [new SiteId(FigureSql.All)];
        var call = sites is null
            ? FigureSql.OfEachSite.With([.. keys], row => found.Add(FigureSql.Figure(row, by)), ("from", filter.From.ToString()), ("to", filter.To.ToString()))
            : FigureSql.OfSites.With([.. from k in keys from s in sites select (k.Language, k.Source, s)], row => found.Add(FigureSql.Figure(row, by)), ("from", filter.From.ToString()), ("to", filter.To.ToString()));
        await database.Read([call], stop);
        return [.. found.GroupBy(f => (f.Of, f.Step, f.Detail)).Select(g => new Figure(g.Key.Of, g.Key.Step, g.Key.Detail, g.Sum(f => f.Count)))];
    }

    async Task<int> AddSome(CancellationToken stop)
    {
        var ids = new List<long>();
        var sums = new Dictionary<FigureKey, long>();
        await using var transaction = await database.Begin(stop);
        await transaction.Run(FigureSql.ReadFresh.With(row => Sum(FigureSql.Fresh(row, ids), sums), ("max", AtOnce)), stop);
        if (ids.Count == 0) return 0;
        // In one order everywhere, so that two nodes wait for each other and never in a circle.
        var rows = sums.Select(s => (s.Key, s.Value)).OrderBy(s => FigureSql.Order(s.Key), StringComparer.Ordinal).ToList();
        await transaction.Commit([FigureSql.Add.With(rows), FigureSql.RemoveFresh.With(ids)], stop);
        return ids.Count;
    }

    static void Sum((FigureKey Key, long Count) fresh, Dictionary<FigureKey, long> sums)
    {
        foreach (var site in new[] { fresh.Key.Site, FigureSql.All })
            foreach (var language in new[] { fresh.Key.Language, FigureSql.All })
                foreach (var source in new[] { fresh.Key.Source, FigureSql.All })
                {
                    var key = fresh.Key with { Site = site, Language = language, Source = source };
                    sums[key] = sums.GetValueOrDefault(key) + fresh.Count;
                }
    }
}
