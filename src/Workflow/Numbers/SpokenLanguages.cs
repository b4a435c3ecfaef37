namespace MdtChatBot.Workflow.Numbers;

/// <summary>Which languages the youth of each site have, the most spoken first: the order tells no more than rounded counts do.</summary>
public static class SpokenLanguages
{
    /// <summary>Fewer than five count for nothing, and equal rounded counts stand in the order of all languages.</summary>
    public static IReadOnlyDictionary<SiteId, IReadOnlyList<Language>> Of(IEnumerable<(SiteId Site, Language Language, int Count)> counts)
    {
        return counts
            .Where(c => SmallCounts.Told(c.Count) is not null)
            .OrderByDescending(c => SmallCounts.Told(c.Count)).ThenBy(c => c.Language.Place)
            .GroupBy(c => c.Site)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<Language>)[.. g.Select(c => c.Language)]);
    }
}
