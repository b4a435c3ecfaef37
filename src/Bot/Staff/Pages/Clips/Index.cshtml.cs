using MdtChatBot.Bot.Voice;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Bot.Staff.Pages.Clips;

/// <summary>Which texts youth read most, by language, and which of them somebody spoke: what to record first stands first.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class IndexModel(ClipStore clips, Catalogue texts) : StaffPage
{
    const int MostRead = 2000;
    const int MostShown = 100;

    /// <summary>The language that is shown; empty: all.</summary>
    [Microsoft.AspNetCore.Mvc.BindProperty(SupportsGet = true, Name = "language")]
    public string Only { get; set; } = "";

    public IReadOnlyList<Language> Languages => texts.Languages;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGet()
    {
        var spoken = (await clips.All(Stop)).ToDictionary(c => c.Text);
        var said = (await clips.MostSaid(MostRead, Stop)).ToDictionary(s => s.Text, s => s.Count);
        Rows =
        [
            .. said.Keys.Union(spoken.Keys)
                .Where(text => (Only.Length == 0 || text.Language == Only) && ClipTexts.CanBeSpoken(texts, text))
                .OrderByDescending(text => said.GetValueOrDefault(text)).ThenBy(text => text.Key, StringComparer.Ordinal)
                .Take(MostShown)
                .Select(text => new Row(text, ClipTexts.Words(texts, text.Key, Language.Dutch), said.GetValueOrDefault(text), spoken.GetValueOrDefault(text))),
        ];
    }

    /// <summary>A text in a language.</summary>
    /// <param name="Clip">Null where nobody spoke it.</param>
    public sealed record Row(SpokenText Text, string Dutch, long Count, Clip? Clip);
}
