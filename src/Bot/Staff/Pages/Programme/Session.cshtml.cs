using MdtChatBot.Bot.Staff.Programme;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Programme.Entering;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Programme;

/// <summary>Plans sessions, or changes one; before anybody is told of another time or place, the page says who.</summary>
[StaffOnly(StaffRole.BalieWorker, StaffRole.Coordinator)]
public sealed class SessionModel(MyProgramme mine, SiteStore sites, SessionStore sessions, StaffStore staff, StaffEvents events, Turns.TurnSignal signal) : StaffPage
{
    /// <summary>Null for new ones.</summary>
    [FromRoute]
    public long? Id { get; set; }

    /// <summary>Where new ones are.</summary>
    [FromQuery(Name = "site")]
    public string? AtSite { get; set; }

    /// <summary>New ones begin as a copy of this one.</summary>
    [FromQuery]
    public long? Like { get; set; }

    [BindProperty]
    public SessionDraft Draft { get; set; } = new();

    /// <summary>The revision that the form was made from.</summary>
    [BindProperty]
    public long Revision { get; set; }

    /// <summary>Who is told was shown, and it is right.</summary>
    [BindProperty]
    public bool Confirmed { get; set; }

    /// <summary>An event, no trial: other fields.</summary>
    public bool IsEvent { get; private set; }

    /// <summary>The address of the form.</summary>
    public string Here => Request.Path.Value!;

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public Site? Site { get; private set; }

    public IReadOnlyList<Project> Projects { get; private set; } = [];

    public IReadOnlyList<StaffMember> Colleagues { get; private set; } = [];

    /// <summary>Places of this site that were used before: chosen, not typed again.</summary>
    public IReadOnlyList<TrialSession> Places { get; private set; } = [];

    /// <summary>Whom a change would tell; null while that is not the question.</summary>
    public IReadOnlyList<PresentYouth>? Told { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        var shown = await Load();
        if (shown is NotFoundResult || Site is null) return shown;
        if (await mine.Session(Id ?? Like ?? 0, Stop) is { } planned)
        {
            Revision = planned.Revision;
            Draft = SessionDraft.Of(planned.Session, Site.Zone) with { Staff = [.. planned.Staff.Select(s => s.Value)] };
            if (Id is null) Draft = Draft with { Date = "" };
        }
        else
        {
            Draft = Draft with { ContactName = Site.WhoAnswers, Seats = IsEvent ? "40" : "8", Minors = true, Guests = "0" };
        }

        return shown;
    }

    public async Task<IActionResult> OnPost()
    {
        var shown = await Load();
        if (shown is NotFoundResult || Site is null) return shown;
        var before = Id is { } id ? await mine.Session(id, Stop) : null;
        switch (SessionEntry.Read(Draft, Site, [.. Projects.Select(p => p.Id)], before?.Session, Now))
        {
            case Entered<SessionPlan>.Refused refused:
                ModelState.Show(refused.Faults, L);
                return Page();
            case Entered<SessionPlan>.Accepted accepted when before is null:
                return await Add(accepted.Value);
            case Entered<SessionPlan>.Accepted accepted:
                return await Change(before!, accepted.Value.Sessions[0]);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    async Task<IActionResult> Add(SessionPlan plan)
    {
        await sessions.Add(plan.Sessions, plan.Rule, Staff(), Stop);
        await Audit("session.planned", site: Site!.Id, detail: $"{plan.Sessions.Count} · {plan.Sessions[0].Project?.Value ?? plan.Sessions[0].Event?.Kind.ToString()}");
        await events.Raise(LiveTopics.Sessions, Stop);
        Say("session.planned", ("count", Arg.Of(plan.Sessions.Count)));
        return Redirect(IsEvent ? SessionTitles.Events : plan.Sessions[0].Home());
    }

    async Task<IActionResult> Change(PlannedSession before, TrialSession changed)
    {
        if (!Confirmed && before.Revision == Revision && SessionStore.IsElsewhere(before.Session, changed) && await Seated(before) is { Count: > 0 } told)
        {
            Told = told;
            ModelState.Remove(nameof(Confirmed));
            return Page();
        }

        switch (await sessions.Save(changed, Staff(), Revision, Now, Stop))
        {
            case SessionSaving.BelowTaken(var taken):
                Demand(false, Drafts.Prefix + "Seats", "session.belowTaken", ("taken", Arg.Of(taken)));
                return Page();
            case SessionSaving.ChangedMeanwhile:
                return ShowChanges((await mine.Session(Id!.Value, Stop))!);
            case SessionSaving.Saved(var told2, var offered):
                signal.Raise();
                await Audit("session.changed", site: Site!.Id, detail: $"{changed.Id.Value} · {told2}/{offered}");
                await events.Raise(LiveTopics.Sessions, Stop);
                Say("session.saved", ("told", Arg.Of(told2)), ("offered", Arg.Of(offered)));
                return Redirect(changed.Home());
            default:
                return NotHere();
        }
    }

    IActionResult ShowChanges(PlannedSession now)
    {
        ModelState.ShowChanges(SessionDraft.Of(now.Session, Site!.Zone) with { Staff = [.. now.Staff.Select(s => s.Value)] }, Draft with { Repeats = false, Days = [], Until = null, Skip = null }, L, nameof(Revision));
        Revision = now.Revision;
        return Page();
    }

    async Task<IActionResult> Load()
    {
        Sites = [.. (await mine.Sites(Stop)).Where(s => mine.MayPlan(s.Id))];
        var source = Id ?? Like;
        var planned = source is { } id ? await mine.Session(id, Stop) : null;
        if (source is not null && planned is null || Id is not null && (planned!.Session.Cancelled || planned.Session.Starts <= Now)) return NotHere();
        var wanted = planned?.Session.Site.Value ?? AtSite;
        Site = wanted is { Length: > 0 } ? Sites.FirstOrDefault(s => s.Id.Value == wanted) : Sites.Count == 1 ? Sites[0] : null;
        if (wanted is { Length: > 0 } && Site is null) return NotHere();
        IsEvent = planned is null ? Here == SessionTitles.NewEvent : planned.Session.Event is not null;
        if (Site is null) return Page();
        if (!IsEvent) Draft = Draft with { Kind = null };
        else if (Draft.Kind is null) Draft = Draft with { Kind = nameof(EventKind.KickOff) };
        Projects = await sites.Projects(Stop);
        Colleagues = [.. (await staff.All(Stop)).Where(m => m.WorksFor(Site.Id) && m.Role is not StaffRole.Admin)];
        var known = await sessions.Of([Site.Id], Now - NodaTime.Duration.FromDays(120), Now + NodaTime.Duration.FromDays(120), Stop, withPeople: false);
        Places = [.. known.Select(k => k.Session).DistinctBy(s => (s.Place, s.Address)).OrderBy(s => s.Place, StringComparer.CurrentCultureIgnoreCase)];
        return Page();
    }

    async Task<IReadOnlyList<PresentYouth>> Seated(PlannedSession planned) =>
        [.. (await sessions.Present(planned.Session.Id, Stop)).Where(y => y.Status.HoldsSeat())];

    List<StaffId> Staff() => [.. Draft.Staff.Distinct().Select(id => new StaffId(id)).Where(id => Colleagues.Any(c => c.Id == id))];
}
