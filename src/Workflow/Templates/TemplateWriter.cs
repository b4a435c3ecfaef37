using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Workflow.Templates;

/// <summary>From the words of the catalogue to the words of templates.</summary>
static class TemplateWriter
{
    /// <summary>Before and after what is filled in at the very beginning or end, where WhatsApp wants words.</summary>
    const string Before = "👋 ";
    const string After = " 🙂";

    public static IEnumerable<TemplateText> WriteAll(TemplateFile file, Catalogue catalogue)
    {
        foreach (var spec in file.Specs.Values.Where(s => s.Category is not null))
            foreach (var language in catalogue.Languages)
                if (DeclaredOf(file, spec, language) is { } declared) yield return Write(file, catalogue, spec, language, declared);
    }

    /// <summary>The language of its words: the youth's own, or for a stand-in the one that carries it; null where there is neither.</summary>
    static Language? DeclaredOf(TemplateFile file, TemplateSpec spec, Language language)
    {
        if (file.Languages.ContainsKey(language.Code)) return language;
        return spec.IsStandIn && file.Carried.TryGetValue(language.Code, out var carrier) ? new Language(carrier) : null;
    }

    static TemplateText Write(TemplateFile file, Catalogue catalogue, TemplateSpec spec, Language language, Language words)
    {
        var variables = new List<string>();
        var body = string.Join("\n\n", spec.Parts.Select(part => catalogue.WriteOpen(part, words, name => Numbered(variables, name))));
        if (body.StartsWith("{{", StringComparison.Ordinal)) body = Before + body;
        if (body.EndsWith("}}", StringComparison.Ordinal)) body += After;
        var buttons = spec.Buttons.Select((label, i) => new TemplateButton(catalogue.Write(label, language), Choices.IdOfOwnButton(label) ?? Numbered(variables, $"choice.{i + 1}.id"))).ToList();
        var samples = variables.Select((name, i) => SampleOf(file, catalogue, spec, name, i, words)).ToList();
        return new TemplateText(spec.Key, language, file.Languages[words.Code], spec.Category!.Value, body, variables, samples, buttons);
    }

    static string Numbered(List<string> variables, string name)
    {
        if (!variables.Contains(name)) variables.Add(name);
        return $"{{{{{variables.IndexOf(name) + 1}}}}}";
    }

    static string SampleOf(TemplateFile file, Catalogue catalogue, TemplateSpec spec, string name, int at, Language words)
    {
        if (name.StartsWith("choice.", StringComparison.Ordinal)) return $"choice:{at + 1}";
        if (!file.Samples.TryGetValue(name, out var sample)) throw new FormatException($"{TemplateFile.Name}, samples: {spec.Key} needs one for '{name}'");
        return catalogue.Write(Text.Of("common.words", ("words", sample)), words);
    }
}
