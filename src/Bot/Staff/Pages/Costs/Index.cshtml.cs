using System.Globalization;
using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Costs;
using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Numbers;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Costs;

/// <summary>What WhatsApp messages cost, per site and month; how many of the free ones are used.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class IndexModel(MessageFigures figures, MySites sites, TwilioOptions twilio, CostOptions costs) : StaffPage
{
    const int MonthsBack = 12;

    [FromQuery(Name = "month")]
    public string? MonthName { get; set; }

    public Month Month { get; private set; }

    /// <summary>Of the whole number: that is what has free messages.</summary>
    public MonthCosts All { get; private set; } = null!;

    /// <summary>Of one's own sites.</summary>
    public IReadOnlyList<(string Name, SiteCosts Costs)> Lines { get; private set; } = [];

    public bool HasPrices => costs.Prices.Count > 0;

    public IEnumerable<Month> Months => Enumerable.Range(0, MonthsBack).Select(back => Month.Of(Now).Plus(-back));

    public async Task OnGet()
    {
        Month = Months.FirstOrDefault(m => m.ToString() == MonthName, Month.Of(Now));
        All = MonthCosts.Of(twilio.IsOn ? await figures.Of(twilio.WhatsAppNumber, Month, Stop) : [], costs);
        var names = (await sites.All(Stop)).ToDictionary(s => s.Id, s => s.Name);
        Lines =
        [
            .. All.Sites.Where(s => s.Site is { } site ? names.ContainsKey(site) : Who.MaySee(null))
                .Select(s => (s.Site is { } site ? names[site] : L["costs.noSite"], s)),
        ];
    }

    public string NameOf(Month month) => $"{L["numbers.months." + month.Number.ToString(CultureInfo.InvariantCulture)]} {month.Year}";

    /// <summary>“EUR 12,40”; unknown where a price is missing.</summary>
    public string Told(decimal? cost) =>
        cost is { } known ? costs.Written(known, L.Language) : L["costs.unknown"];
}
