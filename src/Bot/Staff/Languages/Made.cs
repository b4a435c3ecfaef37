using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Bot.Staff.Languages;

/// <summary>How the texts of each language were made and who has read them: read when it is first asked for.</summary>
public sealed class Made(ContentFiles files)
{
    readonly Lazy<IReadOnlyList<MadeFile>> _all = new(() => [.. files.WithProvenance()]);

    /// <summary>Each file of a language: the texts of the bot first.</summary>
    public IReadOnlyList<MadeFile> Of(Language language) => [.. _all.Value.Where(f => f.Language == language)];
}

/// <summary>One file, section by section.</summary>
/// <param name="Kind">texts, phrasebook, phrases or intents.</param>
public sealed record MadeFile(string Kind, Language Language, IReadOnlyList<Provenance> Sections)
{
    /// <summary>How it was made, where that is the same for the whole file; else every way, once.</summary>
    public IReadOnlyList<string> Ways => [.. Sections.Select(s => s.Made).Distinct()];

    public int Reviewed => Sections.Count(s => s.IsReviewed);
}
