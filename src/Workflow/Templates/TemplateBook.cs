using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Workflow.Templates;

/// <summary>All templates: which there are, and how each reads in each language. The words are those of the catalogue.</summary>
public sealed class TemplateBook
{
    readonly TemplateFile _file;
    readonly Dictionary<(string Key, string Language), TemplateText> _texts;

    TemplateBook(TemplateFile file, IEnumerable<TemplateText> texts)
    {
        _file = file;
        _texts = texts.ToDictionary(t => (t.Key, t.Language.Code));
        Texts = [.. _texts.Values];
    }

    public static TemplateBook Empty { get; } = new(TemplateFile.Empty, []);

    /// <summary>In the order of the file, and of the languages of the catalogue.</summary>
    public IReadOnlyList<TemplateText> Texts { get; }

    public IEnumerable<TemplateSpec> Specs => _file.Specs.Values;

    /// <exception cref="FormatException">The file is not valid, or names a text that is not there.</exception>
    public static TemplateBook Parse(string yaml, Catalogue catalogue)
    {
        var file = TemplateFile.Parse(yaml);
        foreach (var key in file.Specs.Values.SelectMany(s => s.Parts.Concat(s.Buttons)))
            if (!catalogue.Keys.Contains(key)) throw new FormatException($"{TemplateFile.Name}: there is no text '{key}'");
        return new TemplateBook(file, TemplateWriter.WriteAll(file, catalogue));
    }

    public TemplateText? Find(string key, Language language) => _texts.GetValueOrDefault((key, language.Code));

    /// <summary>Whether a message that begins with this text may go out after the window, so that its arguments are wanted beside the words.</summary>
    public bool Has(string key) => _file.Specs.ContainsKey(key);

    /// <summary>What may go out in place of a message, the best first; nothing where nothing may.</summary>
    /// <param name="key">Of the first text of the message; empty for a coach's own words.</param>
    public IEnumerable<string> StandInsFor(string key)
    {
        if (Named(key) is not { } standIn) yield break;
        yield return standIn;
        if (standIn != _file.Otherwise && _file.Otherwise.Length > 0) yield return _file.Otherwise;
    }

    /// <summary>Words of a coach: written by hand, or a sentence of the phrasebook.</summary>
    public static bool IsCoachs(string key) => key.Length == 0 || key.StartsWith(Phrasebook.Prefix, StringComparison.Ordinal);

    string? Named(string key)
    {
        if (_file.Specs.TryGetValue(key, out var spec)) return spec.StandIn;
        return IsCoachs(key) && _file.Coach.Length > 0 ? _file.Coach : null;
    }
}
