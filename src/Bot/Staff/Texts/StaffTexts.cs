using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using NodaTime;

namespace MdtChatBot.Bot.Staff;

/// <summary>The words of the console, in Dutch and English: all files of <c>content/staff/&lt;language&gt;/</c>, read once.</summary>
public sealed class StaffTexts(ContentFiles files)
{
    /// <summary>The wall clock that staff live by.</summary>
    public static readonly DateTimeZone Zone = Netherlands.Zone;

    readonly Catalogue _texts = files.Staff();

    public IReadOnlyList<Language> Languages => _texts.Languages;

    public bool Has(string key) => _texts.Keys.Contains(key);

    public string Write(Text text, Language language) => _texts.Write(text, language);

    public string Write(Arg.Day day, Language language) => _texts.Write(day, language);
}
