using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Bot.Staff.Pages.Codes;

/// <summary>One A4 page to print: in one language with all that helps, in several with the little that fits.</summary>
public sealed class PosterModel(CodeStore codes, EntryLinks links, MySites sites, Catalogue texts) : PrintedCode(codes, links, sites, texts)
{
    /// <summary>More than so many languages leave room for the title and the call only.</summary>
    const int MostWithAll = 2;

    public bool HasRoom => Languages.Count <= MostWithAll;

    public string Title(Language language) => Write("poster.headline", language);

    public string What(Language language) => Write("poster.what", language);

    public string Free(Language language) => Write("poster.free", language);

    public string Scan(Language language) => Write("poster.scan", language);

    public string Message(Language language) => WriteCode("poster.message", language);
}
