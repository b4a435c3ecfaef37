using MdtChatBot.Bot.Staff.Programme;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Programme;

/// <summary>Cancels a session, after showing who will be told and what they are offered.</summary>
[StaffOnly(StaffRole.BalieWorker, StaffRole.Coordinator)]
public sealed class CancelSessionModel(MyProgramme mine, SiteStore sites, SessionStore sessions, ProgrammeStore programme, StaffEvents events, Turns.TurnSignal signal) : StaffPage
{
    public TrialSession Session { get; private set; } = null!;

    public string Title { get; private set; } = "";

    /// <summary>All that follow in its series go with it.</summary>
    [FromQuery]
    public bool Following { get; set; }

    public IReadOnlyList<PresentYouth> Told { get; private set; } = [];

    /// <summary>What is cancelled: one, or it and those that follow.</summary>
    public IReadOnlyList<TrialSession> Sessions { get; private set; } = [];

    public async Task<IActionResult> OnGet(long id) => await Load(id) ? Page() : NotHere();

    public async Task<IActionResult> OnPost(long id)
    {
        if (!await Load(id)) return NotHere();
        foreach (var session in Sessions)
            if (await programme.Cancel(session.Id, Now, Stop)) await Audit("session.cancelled", site: session.Site, detail: $"{session.Id.Value}");
        signal.Raise();
        await events.Raise(LiveTopics.Sessions, Stop);
        Say(Session.Event is null ? "session.cancelled" : "events.cancelledSaid", ("count", Arg.Of(Told.Count)));
        return Redirect(Session.Home());
    }

    async Task<bool> Load(long id)
    {
        if (await mine.Session(id, Stop) is not { } planned || !mine.MayPlan(planned.Session.Site) || planned.Session.Cancelled || planned.Session.Starts <= Now) return false;
        Session = planned.Session;
        Title = await L.TitleOf(Session, sites, Stop);
        Sessions = Following && Session.Series is { } series ? [.. (await sessions.OfSeries(series, Session.Starts, Stop)).Select(s => s.Session)] : [Session];
        var present = new List<PresentYouth>();
        foreach (var session in Sessions) present.AddRange(await sessions.Present(session.Id, Stop));
        Told = [.. present.DistinctBy(y => y.Youth).Where(y => y.Status.IsOpen())];
        return true;
    }
}
