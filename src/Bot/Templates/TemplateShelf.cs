using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Templates;

namespace MdtChatBot.Bot.Templates;

/// <summary>The templates as they stand now, in memory: choosing the way of a message asks no database.</summary>
public sealed class TemplateShelf(TemplateBook book)
{
    volatile ApprovedTemplates _approved = ApprovedTemplates.None;

    public ApprovedTemplates Approved
    {
        get => _approved;
        set => _approved = value;
    }

    /// <summary>Whether a message that begins with this text can go out in this language, as itself or announced.</summary>
    public bool MayGo(string key, Language language) => book.StandInsFor(key).Prepend(key).Any(k => _approved.Find(k, language.Code) is not null);

    public Way WayOf(OutboxMessage message, bool isOpen) => Way.Of(book, _approved, message.TemplateKey, message.Language, message.Written, isOpen);
}
