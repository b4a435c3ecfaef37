using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace MdtChatBot.Bot.Staff.Pages.Trail;

/// <summary>Who did what: a Coordinator reads what belongs to their sites, an Admin everything. Nobody can change it.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class ListModel(AuditTrail trail, StaffStore staff, ProgrammeStore programme) : StaffPage
{
    const int OnPage = 100;
    const int MostSkipped = 100_000;

    /// <summary>How many days can be looked at together.</summary>
    public static readonly IReadOnlyList<int> Spans = [1, 7, 31];

    Offer _offer = Offer.Empty;

    [FromQuery]
    public string? Day { get; set; }

    [FromQuery]
    public string? Days { get; set; }

    [FromQuery]
    public string? By { get; set; }

    [FromQuery]
    public string? Act { get; set; }

    [FromQuery]
    public string? Skip { get; set; }

    public int DaysBack { get; private set; }

    public string DayText { get; private set; } = "";

    public long ByNumber { get; private set; }

    public IReadOnlyList<StaffMember> People { get; private set; } = [];

    public IReadOnlyList<string> Acts { get; private set; } = [];

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    /// <summary>Where older lines are; null where there are none.</summary>
    public string? MorePath { get; private set; }

    public async Task OnGet()
    {
        _offer = await programme.Current(Now, Stop);
        var (from, to) = Range();
        ByNumber = long.TryParse(By, out var by) ? by : 0;
        People = [.. (await staff.Accounts(Stop)).Select(a => a.Member).Where(m => StaffRules.MaySee(Me, m)).OrderBy(m => m.Name, StringComparer.OrdinalIgnoreCase)];
        Acts = await trail.Acts(Now - Duration.FromDays(31), Stop);
        var skip = int.TryParse(Skip, out var skipped) ? Math.Clamp(skipped, 0, MostSkipped) : 0;
        var question = new AuditQuestion
        {
            From = from,
            To = to,
            Staff = ByNumber == 0 ? null : new StaffId(ByNumber),
            Act = Act ?? "",
            Sites = Me.WorksEverywhere ? null : Me.Sites,
        };
        Lines = await trail.Read(question, OnPage, skip, Stop);
        if (Lines.Count == OnPage) MorePath = $"/staff/audit?day={DayText}&days={DaysBack}&by={ByNumber}&act={Uri.EscapeDataString(Act ?? "")}&skip={skip + OnPage}";
    }

    /// <summary>An act in words; one that has none yet by its name.</summary>
    public string Words(string act)
    {
        var key = string.Join(".acts.", act.Split('.', 2));
        return L.Has(key) ? L[key] : act;
    }

    public string NameOf(SiteId site) => _offer.Site(site)?.Name ?? site.Value;

    // The days up to and with the one that is named; today where none is.
    (Instant From, Instant To) Range()
    {
        var today = Now.InZone(StaffTexts.Zone).Date;
        var last = LocalDatePattern.Iso.Parse(Day ?? "") is { Success: true } read && read.Value <= today && read.Value > today.PlusYears(-5) ? read.Value : today;
        DayText = LocalDatePattern.Iso.Format(last);
        DaysBack = int.TryParse(Days, out var days) && Spans.Contains(days) ? days : 7;
        return (last.PlusDays(1 - DaysBack).AtStartOfDayInZone(StaffTexts.Zone).ToInstant(), last.PlusDays(1).AtStartOfDayInZone(StaffTexts.Zone).ToInstant());
    }
}
