using System.Globalization;
using MdtChatBot.Bot.Staff.Numbers;
using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Numbers;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Numbers;

/// <summary>The figures, and the same as a file.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class IndexModel(NumbersQuery numbers, MySites sites, Catalogue texts) : StaffPage
{
    [FromQuery(Name = "period")]
    public string? PeriodName { get; set; }

    [FromQuery(Name = "site")]
    public string? SiteId { get; set; }

    [FromQuery(Name = "language")]
    public string? Language { get; set; }

    [FromQuery(Name = "source")]
    public string? Source { get; set; }

    [FromQuery(Name = "by")]
    public string? ByName { get; set; }

    public NumbersAsked Asked { get; private set; } = null!;

    public NumbersView View { get; private set; } = null!;

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public IReadOnlyList<Workflow.Language> Languages => texts.Languages;

    public IReadOnlyList<Period> Periods => Period.Offered(numbers.ThisMonth);

    public string Query => Request.QueryString.Value ?? "";

    public async Task<IActionResult> OnGet()
    {
        if (!await Read()) return NotHere();
        return Page();
    }

    /// <summary>There is nothing to post here.</summary>
    public Task<IActionResult> OnPost() => OnGet();

    public async Task<IActionResult> OnGetCsv()
    {
        if (!await Read()) return NotHere();
        await Audit("numbers.exported", detail: Asked.Period.Name);
        return File(NumbersCsv.Write(View, Asked.Period.Name, L), "text/csv; charset=utf-8", $"mdt-{Asked.Period.Name}.csv");
    }

    /// <summary>“november 2026”, “4e kwartaal 2026”, “2026”.</summary>
    public string NameOf(Period period) =>
        period.From == period.To ? $"{L["numbers.months." + period.From.Number.ToString(CultureInfo.InvariantCulture)]} {period.From.Year}"
        : period.Name.Contains('Q', StringComparison.Ordinal) ? L["numbers.quarter", ("number", Arg.Of(period.Name[^1..])), ("year", Arg.Of(period.Name[..4]))]
        : period.Name;

    public string Told(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? L["numbers.few"];

    async Task<bool> Read()
    {
        Sites = await sites.All(Stop);
        if (SiteId is { Length: > 0 } && Sites.All(s => s.Id.Value != SiteId)) return false;
        Asked = await numbers.Ask(PeriodName, SiteId, Language, Source, ByName, Stop);
        View = await numbers.Read(Asked, Stop);
        return true;
    }
}
