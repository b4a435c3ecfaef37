using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Staffing;
using MdtChatBot.Workflow.Templates;

namespace MdtChatBot.Bot.Staff.Pages.Templates;

/// <summary>Which texts may go out after WhatsApp's 24 hours, in which language, and what was rejected and why.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class IndexModel(TemplateBook book, TemplateStore store, Catalogue texts, TwilioOptions twilio) : StaffPage
{
    /// <summary>Enough of a text to know it by.</summary>
    const int Shown = 60;

    public bool IsOn => twilio.IsOn;

    public IReadOnlyList<Language> Languages => texts.Languages;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Of the words as they are now.</summary>
    public IReadOnlyList<TemplateState> Rejected { get; private set; } = [];

    public async Task OnGet()
    {
        var states = (await store.All(Stop)).ToLookup(s => (s.Key, s.Language));
        Rows = [.. book.Specs.Where(s => s.Category is not null).Select(spec => new Row(spec, NameOf(spec.Key), [.. Languages.Select(l => CellOf(spec.Key, l, states[(spec.Key, l)]))]))];
        Rejected = [.. book.Texts.SelectMany(t => states[(t.Key, t.Language)].Where(s => s.Hash == t.Hash)).Where(s => s.Status is TemplateStatus.Rejected or TemplateStatus.Paused or TemplateStatus.Disabled)];
    }

    /// <summary>The beginning of its words in Dutch.</summary>
    public string NameOf(string key)
    {
        var body = (book.Find(key, Language.Dutch)?.Body ?? key).Replace('\n', ' ');
        return body.Length <= Shown ? body : body[..Shown] + "…";
    }

    Cell CellOf(string key, Language language, IEnumerable<TemplateState> states)
    {
        if (book.Find(key, language) is not { } text) return new Cell("None", false);
        var now = states.FirstOrDefault(s => s.Hash == text.Hash);
        return new Cell((now?.Status.ToString()) ?? "Missing", now?.Status is not TemplateStatus.Approved && states.Any(s => s.Status is TemplateStatus.Approved));
    }

    /// <summary>One text in all languages.</summary>
    public sealed record Row(TemplateSpec Spec, string Words, IReadOnlyList<Cell> Cells);

    /// <param name="Status">Of the words as they are now; Missing where they were not handed in, None where WhatsApp knows no such language.</param>
    /// <param name="HasOlder">An older wording is approved, and is what youth get.</param>
    public sealed record Cell(string Status, bool HasOlder);
}
