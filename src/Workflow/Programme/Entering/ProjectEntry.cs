using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme.Writing;

namespace MdtChatBot.Workflow.Programme.Entering;

/// <summary>A project as it is typed.</summary>
public sealed record ProjectDraft
{
    public string? Organisation { get; init; }

    public List<Interest> Interests { get; init; } = [];

    /// <summary>By language.</summary>
    public Dictionary<string, string?> Title { get; init; } = [];

    /// <summary>By language.</summary>
    public Dictionary<string, string?> Description { get; init; } = [];

    public static ProjectDraft Of(Project project) => new()
    {
        Organisation = project.Organisation,
        Interests = [.. project.Interests],
        Title = project.Title.ToDictionary(t => t.Key, t => (string?)t.Value),
        Description = project.Description.ToDictionary(t => t.Key, t => (string?)t.Value),
    };
}

/// <summary>Rules for a project.</summary>
public static class ProjectEntry
{
    /// <summary>A row of a WhatsApp list holds no more.</summary>
    public const int LongestTitle = 24;

    const int LongestDescription = 190;

    /// <param name="draft">What was typed.</param>
    /// <param name="before">The project as it stands; null for a new one.</param>
    /// <param name="known">What is known at all its sites.</param>
    public static Entered<Project> Read(ProjectDraft draft, Project? before, AbbreviationDictionary known)
    {
        var form = new TypedForm();
        var organisation = form.Line("Organisation", draft.Organisation, 60);
        if (draft.Interests.Count == 0) form.Refuse("Interests", "entry.interests");
        var title = form.Words("Title", draft.Title, LongestTitle, known, required: true);
        var description = form.Words("Description", draft.Description, LongestDescription, known, required: true);
        foreach (var half in title.Keys.Except(description.Keys)) form.Refuse($"Description[{half}]", "entry.otherHalf");
        foreach (var half in description.Keys.Except(title.Keys)) form.Refuse($"Title[{half}]", "entry.otherHalf");
        return Entered<Project>.Of(form, () => new Project
        {
            Id = before?.Id ?? new ProjectId(ShortName.Of(title.In(Language.Dutch))),
            Organisation = organisation,
            Title = title,
            Description = description,
            Interests = [.. draft.Interests.Distinct()],
        });
    }

    /// <summary>Languages of these in which nobody has written the project yet: shown, never made up.</summary>
    public static IReadOnlyList<Language> Missing(Project project, IEnumerable<Language> languages) =>
        [.. languages.Where(l => !project.Title.IsIn(l) || !project.Description.IsIn(l))];

    /// <summary>As <see cref="Missing(Project, IEnumerable{Language})"/>, for any words.</summary>
    public static IReadOnlyList<Language> Missing(LocalText words, IEnumerable<Language> languages) => [.. languages.Where(l => !words.IsIn(l))];
}
