using MdtChatBot.Workflow.Understanding;
using YamlDotNet.RepresentationModel;

namespace MdtChatBot.Workflow.Content.Checking;

/// <summary>What every text must keep to: <c>content/rules/texts.yaml</c>, so that reviewers can read and extend it.</summary>
public sealed class ContentRules
{
    public const string FileName = "content/rules/texts.yaml";

    readonly List<(KeyPattern Keys, TextKind Kind)> _kinds;
    readonly KeyPattern _exempt;
    readonly KeyPattern _shared;
    readonly KeyPattern _fixed;
    readonly KeyPattern _admins;
    readonly Dictionary<string, LanguageRules> _languages;

    ContentRules(YamlMappingNode root)
    {
        _kinds = [.. Map(root, "kinds").Children.Select(kind => (
            new KeyPattern(Words(kind.Value, "keys")),
            new TextKind(((YamlScalarNode)kind.Key).Value!, int.Parse(Word(kind.Value, "longest"), System.Globalization.CultureInfo.InvariantCulture))))];
        _exempt = new KeyPattern(Words(root, "exempt"));
        _shared = new KeyPattern(Words(root, "shared"));
        _fixed = new KeyPattern(Words(root, "fixed"));
        _admins = new KeyPattern(Words(root, "admins"));
        Keep = Words(root, "keep");
        Names = Words(root, "names").Concat(Keep).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _languages = Map(root, "languages").Children.ToDictionary(l => ((YamlScalarNode)l.Key).Value!, l => new LanguageRules(
            Enum.Parse<Script>(Word(l.Value, "script")),
            Word(l.Value, "notLetters"),
            int.Parse(Word(l.Value, "sentence"), System.Globalization.CultureInfo.InvariantCulture),
            [.. Words(l.Value, "forbidden").Select(w => (w, Heard.Of(w).Normal))],
            [.. Words(l.Value, "gendered").Select(w => (w, Heard.Of(w).Normal))]));
    }

    /// <summary>Words that stay as they are in every language.</summary>
    internal IReadOnlyList<string> Keep { get; }

    /// <summary>Words in Latin letters that may stand in any script.</summary>
    internal IReadOnlySet<string> Names { get; }

    /// <exception cref="FormatException">The file is not valid.</exception>
    public static ContentRules Parse(string yaml)
    {
        try
        {
            return new ContentRules(YamlText.Root(FileName, yaml));
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidCastException or ArgumentException)
        {
            throw new FormatException($"{FileName}: {e.Message}", e);
        }
    }

    /// <summary>What a text is shown as, and how long it may be.</summary>
    public TextKind KindOf(string key) => _kinds.First(k => k.Keys.Has(key)).Kind;

    /// <summary>Says something about the file, not to a youth.</summary>
    public bool IsExempt(string key) => _exempt.Has(key);

    /// <summary>Can't be changed in the console: the program understands exactly these words, or youth gave their consent to them.</summary>
    public bool IsFixed(string key) => IsExempt(key) || _fixed.Has(key);

    /// <summary>Only an Admin changes it.</summary>
    public bool IsForAdmins(string key) => _admins.Has(key);

    /// <summary>May be the same in several languages: names of languages, brand words.</summary>
    internal bool IsShared(string key) => _shared.Has(key);

    /// <exception cref="KeyNotFoundException">The file has nothing for this language.</exception>
    internal LanguageRules For(Language language) =>
        _languages.TryGetValue(language.Code, out var rules) ? rules : throw new KeyNotFoundException($"{FileName} has nothing under languages for '{language}'");

    internal bool Knows(Language language) => _languages.ContainsKey(language.Code);

    static YamlMappingNode Map(YamlNode node, string name) => (YamlMappingNode)node[name];

    static List<string> Words(YamlNode node, string name) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(name), out var list)
            ? [.. ((YamlSequenceNode)list).Children.Select(w => ((YamlScalarNode)w).Value ?? "")]
            : [];

    static string Word(YamlNode node, string name) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(name), out var word) ? ((YamlScalarNode)word).Value ?? "" : "";
}

/// <summary>What a text is shown as.</summary>
/// <param name="Name">Button, row, description or sentence.</param>
/// <param name="Longest">Characters (UTF-16, as WhatsApp counts), with each argument as one.</param>
public sealed record TextKind(string Name, int Longest);

/// <summary>The rules of one language.</summary>
/// <param name="NotLetters">Letters of its script that it does not have.</param>
/// <param name="Sentence">Words in a sentence at most.</param>
/// <param name="Forbidden">As written, and as compared.</param>
/// <param name="Gendered">As written, and as compared.</param>
sealed record LanguageRules(Script Script, string NotLetters, int Sentence, IReadOnlyList<(string Word, string Normal)> Forbidden, IReadOnlyList<(string Word, string Normal)> Gendered);

/// <summary>Scripts that our languages are written in.</summary>
enum Script
{
    Latin,
    Arabic,
    Ethiopic,
    Cyrillic,
    Other,
}
