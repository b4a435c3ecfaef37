using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Workflow.Templates;

/// <summary>All templates: which there are, and how each reads in each language. The words are those of the catalogue.</summary>
public sealed class TemplateBook
{
    readonly TemplateFile _file;
    readonly Catalogue? _catalogue;
    volatile Written _written;

    TemplateBook(TemplateFile file, Catalogue? catalogue)
    {
        (_file, _catalogue) = (file, catalogue);
        _written = Write();
    }

    public static TemplateBook Empty { get; } = new(TemplateFile.Empty, null);

    /// <summary>In the order of the file, and of the languages of the catalogue; in the words that count now.</summary>
    public IReadOnlyList<TemplateText> Texts => Now.All;

    // Written again only after staff changed a text.
    Written Now => _written.Layer == _catalogue?.Layer ? _written : _written = Write();

    public IEnumerable<TemplateSpec> Specs => _file.Specs.Values;

    /// <exception cref="FormatException">The file is not valid, or names a text that is not there.</exception>
    public static TemplateBook Parse(string yaml, Catalogue catalogue)
    {
        var file = TemplateFile.Parse(yaml);
        foreach (var key in file.Specs.Values.SelectMany(s => s.Parts.Concat(s.Buttons)))
            if (!catalogue.Keys.Contains(key)) throw new FormatException($"{TemplateFile.Name}: there is no text '{key}'");
        return new TemplateBook(file, catalogue);
    }

    public TemplateText? Find(string key, Language language) => Now.Texts.GetValueOrDefault((key, language.Code));

    /// <summary>What stands for an argument where nobody reads it yet; null where there is no sample.</summary>
    public Arg? SampleOf(string argument) => _file.Samples.GetValueOrDefault(argument);

    /// <summary>The templates whose words or buttons this text is among: to be handed in again when it changes.</summary>
    public IEnumerable<TemplateSpec> With(string text) => Specs.Where(s => s.Category is not null && (s.Parts.Contains(text) || s.Buttons.Contains(text)));

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

    Written Write()
    {
        var layer = _catalogue?.Layer;
        return new Written(layer, _catalogue is null ? [] : TemplateWriter.WriteAll(_file, _catalogue).ToDictionary(t => (t.Key, t.Language.Code)));
    }

    string? Named(string key)
    {
        if (_file.Specs.TryGetValue(key, out var spec)) return spec.StandIn;
        return IsCoachs(key) && _file.Coach.Length > 0 ? _file.Coach : null;
    }

    sealed record Written(TextLayer? Layer, Dictionary<(string Key, string Language), TemplateText> Texts)
    {
        public IReadOnlyList<TemplateText> All { get; } = [.. Texts.Values];
    }
}
