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

    public IReadOnlyList<PresentYouth> Told { get; private set; } = [];

    public async Task<IActionResult> OnGet(long id) => await Load(id) ? Page() : NotHere();

    public async Task<IActionResult> OnPost(long id)
    {
        if (!await Load(id)) return NotHere();
        if (await programme.Cancel(Session.Id, Now, Stop))
        {
            signal.Raise();
            await Audit("session.cancelled", site: Session.Site, detail: $"{id} · {Told.Count}");
            await events.Raise(ProgrammeSetup.SessionsTopic, Stop);
            Say("session.cancelled", ("count", Arg.Of(Told.Count)));
        }

        return Redirect($"/staff/programme?from={Session.Starts.InZone(StaffTexts.Zone).Date:uuuu-MM-dd}");
    }

    async Task<bool> Load(long id)
    {
        if (await mine.Session(id, Stop) is not { } planned || !mine.MayPlan(planned.Session.Site) || planned.Session.Cancelled || planned.Session.Starts <= Now) return false;
        Session = planned.Session;
        Title = (await sites.Project(Session.Project, Stop))!.Title.In(Workflow.Language.Dutch);
        Told = [.. (await sessions.Present(Session.Id, Stop)).Where(y => y.Status is BookingStatus.Waiting or BookingStatus.Offered or BookingStatus.Booked or BookingStatus.Confirmed)];
        return true;
    }
}
