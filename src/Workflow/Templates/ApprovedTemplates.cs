using System.Collections.Frozen;
using System.Text;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Workflow.Templates;

/// <summary>The templates that WhatsApp approved, in one moment.</summary>
public sealed class ApprovedTemplates
{
    readonly FrozenDictionary<(string Key, string Language), ApprovedTemplate> _templates;

    /// <param name="templates">Of one text in one language the first counts.</param>
    public ApprovedTemplates(IEnumerable<ApprovedTemplate> templates) =>
        _templates = templates.DistinctBy(t => (t.Key, t.Language)).ToFrozenDictionary(t => (t.Key, t.Language));

    public static ApprovedTemplates None { get; } = new([]);

    public int Count => _templates.Count;

    public ApprovedTemplate? Find(string key, string language) => _templates.GetValueOrDefault((key, language));
}

/// <summary>A template as it was approved; the words may have changed since, so what fills it is kept with it.</summary>
/// <param name="Sid">Its id at the provider.</param>
/// <param name="Category">As WhatsApp charges it.</param>
/// <param name="Buttons">The titles under it.</param>
public sealed record ApprovedTemplate(string Key, string Language, string Sid, TemplateCategory Category, IReadOnlyList<string> Variables, IReadOnlyList<string> Buttons)
{
    /// <summary>Stands where no name is known, and reads well in every language.</summary>
    const string NoName = "🙂";

    /// <summary>This template filled for a message; null where it can't be: a value is missing, or the message offers other choices.</summary>
    public FilledTemplate? Fill(Written written)
    {
        if (WithTheseChoices(written) is not { } fitting) return null;
        return TemplateVariables.Fill(Variables, WithName(fitting)) is { } filled
            ? new FilledTemplate(Key, Sid, Category, filled.ToDictionary(v => v.Key, v => OnOneLine(v.Value)))
            : null;
    }

    /// <summary>With just the choices that have a button, in their order; null where one is missing.</summary>
    Written? WithTheseChoices(Written written)
    {
        if (!Variables.Any(v => v.StartsWith("choice.", StringComparison.Ordinal))) return written;
        var choices = Buttons.Select(title => written.Choices.FirstOrDefault(c => c.Label == title)).OfType<WrittenChoice>().ToList();
        return choices.Count == Buttons.Count ? written with { Choices = choices } : null;
    }

    static Written WithName(Written written) =>
        written.Arguments is { } args && args.TryGetValue("firstName", out var name) && name.Length == 0
            ? written with { Arguments = new Dictionary<string, string>(args) { ["firstName"] = NoName } }
            : written;

    /// <summary>WhatsApp refuses line breaks, tabs and many spaces in what is filled in.</summary>
    static string OnOneLine(string value)
    {
        var line = new StringBuilder(value.Length);
        foreach (var c in value)
            if (!char.IsWhiteSpace(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] is not ' ') line.Append(' ');
        return line.ToString().TrimEnd();
    }
}

/// <summary>A template with its values, ready to be sent.</summary>
/// <param name="Key">The text, or the stand-in, that it is.</param>
/// <param name="Variables">By number.</param>
public sealed record FilledTemplate(string Key, string Sid, TemplateCategory Category, IReadOnlyDictionary<string, string> Variables);
