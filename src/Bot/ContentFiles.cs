using MdtChatBot.Bot.Staff.Languages;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Content.Checking;
using MdtChatBot.Workflow.Templates;
using MdtChatBot.Workflow.Understanding;
using MdtChatBot.Workflow.Understanding.Learning;
using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot;

/// <summary>Reads the content folder. A file with a mistake stops the start, with its name and the place in it.</summary>
public sealed class ContentFiles(IOptions<ContentOptions> options)
{
    readonly string _folder = options.Value.Directory is { Length: > 0 } set ? Path.GetFullPath(set) : Path.Combine(AppContext.BaseDirectory, "content");

    /// <summary>Those of another folder; empty, of the one that the program came with.</summary>
    public static ContentFiles In(string folder) => new(Options.Create(new ContentOptions { Directory = folder }));

    /// <summary>Those of the folder that the settings name.</summary>
    public static ContentFiles Of(IConfiguration configuration) =>
        new(Options.Create(configuration.GetSection(ContentOptions.Section).Get<ContentOptions>() ?? new ContentOptions()));

    /// <exception cref="FormatException">A file is not valid.</exception>
    /// <exception cref="StartUpException">There is no such folder.</exception>
    public Catalogue Catalogue() => Workflow.Content.Catalogue.Parse(ByLanguage(""), ByLanguage("phrasebook"));

    /// <inheritdoc cref="Catalogue"/>
    public Phrases Phrases() => Workflow.Understanding.Phrases.Parse(ByLanguage("phrases"));

    /// <summary>What every text keeps to.</summary>
    /// <exception cref="FormatException">The file is not valid.</exception>
    public ContentRules Rules() => ContentRules.Parse(File.ReadAllText(Path.Combine(Existing("rules"), "texts.yaml")));

    /// <summary>The texts of youth as they were written, by language: those of the bot and those of the phrasebook.</summary>
    public (IReadOnlyDictionary<string, string> Texts, IReadOnlyDictionary<string, string> Phrasebooks) Sources() => (ByLanguage(""), ByLanguage("phrasebook"));

    /// <summary>What was learned from <c>content/intents</c> when the program was built.</summary>
    /// <exception cref="FormatException">The file was written by another version.</exception>
    /// <exception cref="StartUpException">There is no such file.</exception>
    public Classifier Classifier()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "content", "understanding.model");
        return File.Exists(file) ? ClassifierBytes.Read(new MappedFile(file).Memory) : throw new StartUpException($"{file} is missing. Building the program makes it from content/intents: build it again.");
    }

    /// <summary>What the classifier learned from.</summary>
    /// <inheritdoc cref="Catalogue"/>
    public Lessons Lessons() => Workflow.Understanding.Learning.Lessons.Parse(ByLanguage("intents"), ByLanguage("phrases"), ByLanguage(""));

    /// <summary>Which texts may go out after WhatsApp's 24 hours; none where the folder has no such file.</summary>
    /// <exception cref="FormatException">The file is not valid.</exception>
    public TemplateBook Templates(Catalogue catalogue)
    {
        var file = Path.Combine(_folder, "whatsapp", "templates.yaml");
        return File.Exists(file) ? TemplateBook.Parse(File.ReadAllText(file), catalogue) : TemplateBook.Empty;
    }

    /// <summary>What staff read: of each language, all files of its folder together. Each feature has a file of its own with a heading of its own.</summary>
    /// <inheritdoc cref="Catalogue"/>
    public Catalogue Staff()
    {
        try
        {
            return Workflow.Content.Catalogue.Parse(Directory.GetDirectories(Existing("staff")).ToDictionary(
                folder => Path.GetFileName(folder),
                folder => string.Join('\n', Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText))));
        }
        catch (FormatException e)
        {
            throw new FormatException($"of the folders in content/staff: {e.Message}", e);
        }
    }

    /// <summary>How each file of each language was made, and who has read it.</summary>
    /// <exception cref="FormatException">A file does not say so.</exception>
    public IEnumerable<MadeFile> WithProvenance() =>
        from kind in Kinds
        where Directory.Exists(Path.Combine(_folder, kind.Folder))
        from file in ByLanguage(kind.Folder)
        select new MadeFile(kind.Name, new Language(file.Key), Provenance.Of(Path.Combine("content", kind.Folder, file.Key + ".yaml"), file.Value));

    static readonly (string Name, string Folder)[] Kinds = [("texts", ""), ("phrasebook", "phrasebook"), ("phrases", "phrases"), ("intents", "intents")];

    /// <summary>The fictitious programme for a first look.</summary>
    public string DemoProgramme() => File.ReadAllText(Path.Combine(Existing("demo"), "programme.yaml"));

    Dictionary<string, string> ByLanguage(string subfolder) =>
        Directory.GetFiles(Existing(subfolder), "*.yaml").ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText);

    string Existing(string subfolder)
    {
        var folder = Path.Combine(_folder, subfolder);
        return Directory.Exists(folder) ? folder : throw new StartUpException($"There are no texts in {folder}. Content:Directory names the folder with nl.yaml; empty, it is 'content' beside the program.");
    }
}
