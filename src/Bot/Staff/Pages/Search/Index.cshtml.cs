using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Search;

/// <summary>Finds a youth of my sites by the beginning of the first name, or by the whole number. Posted, so that no name or number stands in an address.</summary>
public sealed class IndexModel(YouthSearch youths, MySites sites) : StaffPage
{
    const int Most = 50;
    const int LongestQuery = 60;

    [BindProperty]
    public string? Query { get; set; }

    /// <summary>Null until something was asked.</summary>
    public IReadOnlyList<FoundYouth>? Found { get; private set; }

    public IReadOnlyDictionary<SiteId, string> Names { get; private set; } = new Dictionary<SiteId, string>();

    public void OnGet() { }

    public async Task OnPost()
    {
        var query = (Query ?? "").Trim();
        if (!Demand(query.Length is > 0 and <= LongestQuery, nameof(Query), "search.fault.empty")) return;
        Names = await sites.Names(Stop);
        Found = query.Any(char.IsDigit) ? await ByNumber(query) : await youths.Named(query, [.. (await sites.All(Stop)).Select(s => s.Id)], Most, Stop);
        await Audit("search.asked");
    }

    async Task<IReadOnlyList<FoundYouth>> ByNumber(string query)
    {
        switch (TypedPhone.Of(query))
        {
            case TypedPhone.Read read: return await youths.WithNumber(read.Number.E164, Stop) is { } youth && Who.MaySee(youth.Site) ? [youth] : [];
            case TypedPhone.Wrong wrong: Demand(false, nameof(Query), wrong.Words); return [];
            default: throw new System.Diagnostics.UnreachableException();
        }
    }
}
