using MdtChatBot.Bot.Texts;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Texts;

/// <summary>What youth read, to search in: Dutch, and beside it another language.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class IndexModel(MyTexts mine, TextStore store, Catalogue catalogue) : StaffPage
{
    /// <summary>Texts on one page at most.</summary>
    public const int Most = 100;

    [FromQuery(Name = "language")]
    public string? Code { get; set; }

    [FromQuery]
    public string Section { get; set; } = "";

    [FromQuery(Name = "q")]
    public string Query { get; set; } = "";

    /// <summary>Only those that staff changed.</summary>
    [FromQuery]
    public bool Changed { get; set; }

    public Language Language { get; private set; }

    public IReadOnlyList<Language> Languages => mine.Languages;

    public IReadOnlyList<string> Sections { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public string Direction => catalogue.IsRightToLeft(Language) ? "rtl" : "ltr";

    public async Task<IActionResult> OnGet()
    {
        Language = Languages.FirstOrDefault(l => l.Code == Code, Language.Dutch);
        Sections = [.. mine.Keys.Select(MyTexts.SectionOf).Distinct()];
        var changed = await store.All(Stop);
        var names = (await mine.Sites(Stop)).ToDictionary(s => s.Id, s => s.Name);
        var found = mine.Keys.Where(k => Section.Length == 0 || MyTexts.SectionOf(k) == Section).Select(k => RowOf(k, changed, names)).Where(Fits).Take(Most + 1).ToList();
        (Rows, HasMore) = ([.. found.Take(Most)], found.Count > Most);
        return Page();
    }

    /// <summary>There is nothing to post here.</summary>
    public Task<IActionResult> OnPost() => OnGet();

    /// <summary>A section in words; its name in the files where it has none.</summary>
    public string NameOf(string section) => L.Has("texts.sections." + section) ? L["texts.sections." + section] : section;

    Row RowOf(string key, IReadOnlyList<StoredText> changed, Dictionary<SiteId, string> names) => new(
        key,
        mine.WordsOf(key, Language.Dutch, null, changed),
        mine.WordsOf(key, Language, null, changed),
        [.. changed.Where(c => c.Text.Key == key && c.Text.Language == Language).Select(c => c.Text.Site is { } site ? names.GetValueOrDefault(site, "") : L["texts.allSites"]).Where(n => n.Length > 0)]);

    bool Fits(Row row) => (!Changed || row.ChangedFor.Count > 0)
        && (Query.Length == 0 || new[] { row.Key, row.Dutch, row.Words }.Any(w => w.Contains(Query, StringComparison.CurrentCultureIgnoreCase)));

    /// <param name="ChangedFor">The sites, or all, for which staff wrote other words.</param>
    public sealed record Row(string Key, string Dutch, string Words, IReadOnlyList<string> ChangedFor);
}
