using System.Text;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace MdtChatBot.Workflow.Content.Checking;

/// <summary>One content file as it was written, with the place of each text in it: so that a changed text changes nothing else.</summary>
public sealed class TextFile
{
    readonly string _name;
    readonly string _yaml;
    readonly string _prefix;
    readonly Dictionary<string, TextPlace> _places = [];
    readonly Dictionary<string, YamlMappingNode> _maps = [];

    TextFile(string name, string yaml, string prefix) => (_name, _yaml, _prefix) = (name, yaml, prefix);

    /// <summary>Texts by key, in the order of the file.</summary>
    public IReadOnlyDictionary<string, TextPlace> Texts => _places;

    /// <summary>The language that this one only says otherwise what differs; empty for a whole language.</summary>
    public string Base => _places.GetValueOrDefault(_prefix + "meta.base")?.Words ?? "";

    /// <param name="name">Of the file, for its faults.</param>
    /// <param name="yaml">Its text.</param>
    /// <param name="prefix">What the keys of the file begin with in the catalogue.</param>
    /// <exception cref="FormatException">Not valid YAML.</exception>
    public static TextFile Parse(string name, string yaml, string prefix = "")
    {
        var file = new TextFile(name, yaml, prefix);
        file.Read(YamlText.Root(name, yaml), prefix);
        return file;
    }

    /// <summary>The file with these words in place of what stands there: order, comments and all else stay. A key that is not there yet is added at the beginning of its part.</summary>
    public string With(IReadOnlyDictionary<string, string> words)
    {
        var to = new StringBuilder(_yaml);
        foreach (var (place, text) in words.Where(w => _places.ContainsKey(w.Key)).Select(w => (_places[w.Key], w.Value)).OrderByDescending(w => w.Item1.From))
            to.Remove(place.From, place.To - place.From).Insert(place.From, YamlText.Quoted(text));
        var added = words.Where(w => !_places.ContainsKey(w.Key)).Take(1).ToList();
        // One after the other: each may make a part that the next goes into.
        return added is [var (key, value)]
            ? Parse(_name, Parse(_name, to.ToString(), _prefix).WithNew(key, value), _prefix).With(words)
            : to.ToString();
    }

    string WithNew(string key, string words)
    {
        var parent = key;
        while (!_maps.ContainsKey(parent)) parent = parent.LastIndexOf('.') is var dot and > 0 ? parent[..dot] : "";
        var map = _maps[parent];
        var steps = key[(parent.Length == 0 ? _prefix.Length : parent.Length + 1)..].Split('.');
        var (at, indent) = map.Children.Count > 0 ? ((int)map.Children[0].Key.Start.Index, (int)map.Children[0].Key.Start.Column - 1) : ((int)map.Start.Index + 1, 0);
        return _yaml.Insert(at, map.Style is MappingStyle.Flow ? InFlow(steps, words) + ", " : InBlock(steps, words, indent));
    }

    static string InFlow(IReadOnlyList<string> steps, string words) => steps is [var last]
        ? $"{Name(last)}: {YamlText.Quoted(words)}"
        : $"{Name(steps[0])}: {{{InFlow([.. steps.Skip(1)], words)}}}";

    static string InBlock(IReadOnlyList<string> steps, string words, int indent)
    {
        var to = new StringBuilder();
        for (var i = 0; i < steps.Count; i++)
        {
            if (i > 0) to.Append(' ', indent + (2 * i));
            to.Append(Name(steps[i])).Append(i < steps.Count - 1 ? ":" : $": {YamlText.Quoted(words)}").Append('\n');
        }

        return to.Append(' ', indent).ToString();
    }

    void Read(YamlMappingNode map, string prefix)
    {
        _maps[prefix.TrimEnd('.')] = map;
        if (prefix == _prefix) _maps[""] = map;
        foreach (var (name, value) in map.Children)
        {
            var key = prefix + ((YamlScalarNode)name).Value;
            if (value is YamlMappingNode nested) Read(nested, key + ".");
            else if (value is YamlScalarNode text) _places[key] = new TextPlace(text.Value ?? "", (int)text.Start.Line, (int)text.Start.Index, (int)text.End.Index);
        }
    }

    // YAML 1.1 takes these for true and false.
    static string Name(string name) => name is "yes" or "no" or "on" or "off" ? $"\"{name}\"" : name;
}

/// <summary>The words of one text, and where they stand in their file.</summary>
public sealed record TextPlace(string Words, int Line, int From, int To);
