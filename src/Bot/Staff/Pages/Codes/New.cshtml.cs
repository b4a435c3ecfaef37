using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Codes;

/// <summary>A code for a poster, an event, or a card of one's own.</summary>
public sealed class NewModel(CodeStore codes, MySites sites, Catalogue texts) : StaffPage
{
    const int LongestLabel = 60;

    public static readonly IReadOnlyList<EntryCodeKind> Kinds = [EntryCodeKind.Site, EntryCodeKind.Worker, EntryCodeKind.Event];

    [BindProperty]
    public EntryCodeKind Kind { get; set; }

    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public string? Site { get; set; }

    [BindProperty]
    public List<string> Languages { get; set; } = [];

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public IReadOnlyList<Language> AllLanguages => texts.Languages;

    public async Task OnGet()
    {
        Sites = await sites.All(Stop);
        Site = sites.First(Sites)?.Value;
    }

    public async Task<IActionResult> OnPost()
    {
        Sites = await sites.All(Stop);
        var label = (Label ?? "").Trim();
        Demand(Kinds.Contains(Kind), nameof(Kind), "codes.fault.kind");
        Demand(label.Length > 0, nameof(Label), "codes.fault.label");
        Demand(label.Length <= LongestLabel, nameof(Label), "codes.fault.labelLong");
        var languages = AllLanguages.Where(l => Languages.Contains(l.Code)).ToList();
        Demand(languages.Count > 0, nameof(Languages), "codes.fault.languages");
        var site = Sites.FirstOrDefault(s => s.Id.Value == Site);
        Demand(site is not null, nameof(Site), "codes.fault.site");
        if (!ModelState.IsValid) return Page();
        var mine = Kind is EntryCodeKind.Worker;
        var code = new EntryCode(FreshCode.New(), site!.Id, languages is [var one] ? one : null, null) { Kind = Kind, OwnerName = mine ? Me.Name : "" };
        await codes.Add(new CodeLine(code, label, mine ? Me.Id : null, languages), Now, Stop);
        await Audit("codes.made", site: site.Id, detail: code.Code);
        Say("codes.said.made");
        return Redirect($"/staff/codes/{code.Code}");
    }
}
