using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Bot.Voice;

/// <summary>Which texts can be spoken once for everybody.</summary>
static class ClipTexts
{
    /// <summary>There is such a text in that language, and no name or date in it.</summary>
    public static bool CanBeSpoken(Catalogue texts, SpokenText text) =>
        texts.Keys.Contains(text.Key) && texts.Has(new Language(text.Language)) && texts.ArgumentsOf(text.Key).Count == 0;

    public static string Words(Catalogue texts, string key, Language language) => texts.Write(new Text(key), language);
}
