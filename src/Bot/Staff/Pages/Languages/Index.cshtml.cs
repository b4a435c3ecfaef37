using MdtChatBot.Bot.Staff.Languages;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Bot.Staff.Pages.Languages;

/// <summary>How the texts of each language were made, section by section, and who has read them.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class IndexModel(Made made, Catalogue texts) : StaffPage
{
    public IReadOnlyList<Language> Languages => texts.Languages;

    public IReadOnlyList<MadeFile> FilesOf(Language language) => made.Of(language);

    public string OwnName(Language language) => texts.Write("language.names." + language, language);

    public bool IsRead(IReadOnlyList<MadeFile> files) => files.Count > 0 && files.All(f => f.Reviewed == f.Sections.Count);

    public void OnGet() { }
}
