using System.Collections.Frozen;

namespace MdtChatBot.Workflow.Content;

/// <summary>Words that staff wrote in place of those of the files, for all sites or for one. Never changes; a newer one takes its place.</summary>
public sealed class TextLayer
{
    readonly FrozenDictionary<(string Key, Language Language, SiteId? Site), MessagePattern> _patterns;

    TextLayer(FrozenDictionary<(string, Language, SiteId?), MessagePattern> patterns) => _patterns = patterns;

    public static TextLayer Empty { get; } = new(FrozenDictionary<(string, Language, SiteId?), MessagePattern>.Empty);

    /// <param name="overrides">All that there are.</param>
    /// <param name="parse">Null where the words don't fit.</param>
    internal static TextLayer Of(IEnumerable<TextOverride> overrides, Func<TextOverride, MessagePattern?> parse) =>
        new(overrides.Select(o => (o.Place, Pattern: parse(o))).Where(o => o.Pattern is not null).ToFrozenDictionary(o => o.Place, o => o.Pattern!));

    public int Count => _patterns.Count;

    /// <summary>The words of the site, else those of all sites; null where the file counts.</summary>
    internal MessagePattern? Find(string key, Language language, SiteId? site)
    {
        if (site is not null && _patterns.TryGetValue((key, language, site), out var own)) return own;
        return _patterns.GetValueOrDefault((key, language, null));
    }
}

/// <summary>What staff wrote for one text in one language.</summary>
/// <param name="Site">Null: for all sites.</param>
public sealed record TextOverride(string Key, Language Language, SiteId? Site, string Words)
{
    public (string Key, Language Language, SiteId? Site) Place => (Key, Language, Site);
}
