using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Bot.Staff.Pages.Codes;

/// <summary>An A4 sheet of ten cards to cut; with several languages each has its share of the ten.</summary>
public sealed class CardsModel(CodeStore codes, EntryLinks links, MySites sites, Catalogue texts) : PrintedCode(codes, links, sites, texts)
{
    const int OnASheet = 10;

    /// <summary>The language of each card, in order.</summary>
    public IEnumerable<Language> Cards => Enumerable.Range(0, OnASheet).Select(i => Languages[i * Languages.Count / OnASheet]);

    public string Call(Language language) => Write("poster.card", language);
}
