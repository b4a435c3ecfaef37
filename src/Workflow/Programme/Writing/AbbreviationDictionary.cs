namespace MdtChatBot.Workflow.Programme.Writing;

/// <summary>Abbreviations that the youth of a site know: those of every AZC, and those that the site wrote down with their meaning.</summary>
public sealed class AbbreviationDictionary
{
    // What residents hear every day, what needs no words (TV, A2), and what stays as it is in every language of the bot.
    static readonly HashSet<string> Everywhere = new(StringComparer.OrdinalIgnoreCase)
    {
        "MDT", "AZC", "COA", "IND", "GZA", "A0", "A1", "A2", "B1", "B2", "C1", "C2", "TV", "WC", "PC", "QR", "OK", "ID", "DJ", "USB", "WIFI", "APP", "SMS", "km", "kg", "cm", "mm", "ml",
    };

    readonly Dictionary<string, string> _own = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="own">Abbreviation → what it means.</param>
    public AbbreviationDictionary(IReadOnlyDictionary<string, string> own)
    {
        foreach (var (written, meaning) in own) _own[Plain(written)] = meaning;
    }

    public static AbbreviationDictionary OnlyEverywhere { get; } = new(new Dictionary<string, string>());

    public bool Knows(string written) => Plain(written) is var plain && (Everywhere.Contains(plain) || _own.ContainsKey(plain));

    /// <summary>What all of these know: a project's text is read at each of its sites.</summary>
    public static AbbreviationDictionary InAll(IReadOnlyList<IReadOnlyDictionary<string, string>> dictionaries) =>
        dictionaries.Count == 0
            ? OnlyEverywhere
            : new(dictionaries[0].Where(one => dictionaries.Skip(1).All(d => d.Keys.Any(k => Plain(k).Equals(Plain(one.Key), StringComparison.OrdinalIgnoreCase)))).ToDictionary());

    // “N.T.2” is “NT2”.
    static string Plain(string written) => written.Replace(".", "", StringComparison.Ordinal).Trim();
}
