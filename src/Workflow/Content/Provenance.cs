using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace MdtChatBot.Workflow.Content;

/// <summary>How one section of a file of texts was made, and who has read it since: what stands in <c>meta</c> at the top of each file.</summary>
/// <param name="Section">Its first word: <c>crisis</c>, <c>reminder</c> …</param>
/// <param name="Review"><c>none</c>, or the day and who: <c>2026-12-01 by Fatima, native speaker</c>.</param>
public sealed partial record Provenance(string Section, string Made, string Review)
{
    /// <summary>Nobody who speaks the language has read it yet.</summary>
    public const string Nobody = "none";

    public bool IsReviewed => Review != Nobody;

    /// <summary>Each section in its order. What <c>meta</c> says counts for all that <c>meta.sections</c> does not name.</summary>
    /// <exception cref="FormatException">It does not say how it was made, or claims a review without saying when and by whom.</exception>
    public static IReadOnlyList<Provenance> Of(string file, string yaml)
    {
        // Only the top is read: the rest of a file is long, and says nothing about itself.
        var top = Meta().Match(yaml);
        var meta = top.Success && YamlText.Root(file, top.Value).Children[new YamlScalarNode(Name)] is YamlMappingNode map ? map : throw new FormatException($"{file}: 'meta' is missing");
        var whole = new Provenance("", Word(meta, "made"), Word(meta, "review"));
        var own = meta.Children.TryGetValue(new YamlScalarNode("sections"), out var named) && named is YamlMappingNode sections
            ? sections.Children.ToDictionary(s => ((YamlScalarNode)s.Key).Value!, s => Over(whole, (YamlMappingNode)s.Value))
            : [];
        var all = SectionNames().Matches(yaml).Select(m => m.Groups["name"].Value).Where(s => s != Name).Select(s => own.GetValueOrDefault(s, whole) with { Section = s }).ToList();
        foreach (var unknown in own.Keys.Except(all.Select(p => p.Section))) throw new FormatException($"{file}, meta.sections: there is no section '{unknown}'");
        return [.. all.Select(p => Demanded(file, p))];
    }

    const string Name = "meta";

    static Provenance Over(Provenance whole, YamlMappingNode section) =>
        new("", Word(section, "made") is { Length: > 0 } made ? made : whole.Made, Word(section, "review") is { Length: > 0 } review ? review : whole.Review);

    static Provenance Demanded(string file, Provenance part)
    {
        if (part.Made.Length == 0) throw new FormatException($"{file}, {part.Section}: meta.made does not say how it was made");
        return part.Review == Nobody || ReviewForm().IsMatch(part.Review)
            ? part
            : throw new FormatException($"{file}, {part.Section}: meta.review is '{Nobody}', or a day and who (2026-12-01 by …), not '{part.Review}'");
    }

    static string Word(YamlMappingNode map, string name) => map.Children.TryGetValue(new YamlScalarNode(name), out var node) && node is YamlScalarNode word ? word.Value ?? "" : "";

    [GeneratedRegex(@"^meta:.*(\n( .*|#.*)?)*", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Meta();

    [GeneratedRegex(@"^""?(?<name>[A-Za-z]+)""?:", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex SectionNames();

    [GeneratedRegex(@"^20[0-9]{2}-[01][0-9]-[0-3][0-9] by .{2,}$")]
    private static partial Regex ReviewForm();
}
