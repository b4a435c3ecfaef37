using MdtChatBot.Bot.Staff.Programme;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace MdtChatBot.Bot.Staff.Pages.Programme;

/// <summary>What is on this week at my sites.</summary>
public sealed class IndexModel(MyProgramme mine, SiteStore sites, SessionStore sessions) : StaffPage
{
    /// <summary>Only this site; all of mine without.</summary>
    [FromQuery]
    public string? Site { get; set; }

    /// <summary>A day of the week to show; this week without.</summary>
    [FromQuery]
    public string? From { get; set; }

    public MyProgramme Mine => mine;

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public IReadOnlyDictionary<ProjectId, Project> Projects { get; private set; } = new Dictionary<ProjectId, Project>();

    public IReadOnlyList<IGrouping<LocalDate, PlannedSession>> Days { get; private set; } = [];

    public LocalDate Monday { get; private set; }

    public async Task OnGet()
    {
        var today = Now.InZone(StaffTexts.Zone).Date;
        var day = LocalDatePattern.Iso.Parse(From ?? "") is { Success: true } asked ? asked.Value : today;
        Monday = day.DayOfWeek is IsoDayOfWeek.Monday ? day : day.Previous(IsoDayOfWeek.Monday);
        Sites = await mine.Sites(Stop);
        var shown = Sites.Where(s => Site is not { Length: > 0 } one || s.Id.Value == one).Select(s => s.Id).ToList();
        Projects = (await sites.Projects(Stop)).ToDictionary(p => p.Id);
        var found = await sessions.Of(shown, Begin(Monday), Begin(Monday.PlusWeeks(1)), Stop);
        Days = [.. found.GroupBy(s => s.Session.Starts.InZone(StaffTexts.Zone).Date)];
    }

    public string Week(int weeks) => $"/staff/programme?from={LocalDatePattern.Iso.Format(Monday.PlusWeeks(weeks))}" + (Site is { Length: > 0 } ? $"&site={Uri.EscapeDataString(Site)}" : "");

    public string SiteName(SiteId id) => Sites.First(s => s.Id == id).Name;

    public string Title(PlannedSession session) => L.TitleOf(session.Session, Projects.Values);

    static Instant Begin(LocalDate day) => day.AtStartOfDayInZone(StaffTexts.Zone).ToInstant();
}
