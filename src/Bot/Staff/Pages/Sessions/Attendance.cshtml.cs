using MdtChatBot.Bot.Staff.Programme;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Sessions;

/// <summary>Who is there: one tap each, on a phone in a gym. Every tick goes the way of a message: into the inbox of the youth.</summary>
public sealed class AttendanceModel(MyProgramme mine, SiteStore sites, SessionStore sessions, YouthSearch search, YouthActs acts, StaffEvents events) : StaffPage
{
    const int MostFound = 8;

    /// <summary>The beginning of the name of somebody who walked in.</summary>
    [FromQuery]
    public string? Name { get; set; }

    public PlannedSession Planned { get; private set; } = null!;

    public TrialSession Session => Planned.Session;

    public string Title { get; private set; } = "";

    public bool IsEvent => Session.Event is not null;

    /// <summary>Who came to an event without a telephone and told a first name.</summary>
    public IReadOnlyList<WalkIn> Named { get; private set; } = [];

    public IReadOnlyList<PresentYouth> Expected { get; private set; } = [];

    public IReadOnlyList<PresentYouth> Done { get; private set; } = [];

    public IReadOnlyList<PresentYouth> Waiting { get; private set; } = [];

    public IReadOnlyList<FoundYouth> Found { get; private set; } = [];

    public bool MayTick(bool attended) => !Session.Cancelled && Attendance.MayTick(Session, attended, Now);

    public bool MayUndo { get; private set; }

    public MyProgramme Mine => mine;

    public async Task<IActionResult> OnGet(long id)
    {
        if (!await Load(id)) return NotHere();
        if (Name is { Length: > 0 } name)
            Found = [.. (await search.Named(name, [Session.Site], MostFound, Stop)).Where(f => Expected.Concat(Done).All(y => y.Youth != f.Youth))];
        return Page();
    }

    /// <summary>Every act has a handler of its own.</summary>
    public IActionResult OnPost() => NotHere();

    /// <summary>Came, or did not come.</summary>
    public async Task<IActionResult> OnPostTick(long id, long youth, bool attended)
    {
        if (!await Load(id)) return NotHere();
        if (All().FirstOrDefault(y => y.Youth.Value == youth) is not { } present) return NotHere();
        if (!MayTick(attended)) return Refused("attendance.tooEarly");
        var wanted = attended ? BookingStatus.Attended : BookingStatus.NoShow;
        if (present.Status is BookingStatus.Attended or BookingStatus.NoShow && present.Status != wanted && !MayUndo) return Refused("attendance.tooLate");
        await Happen(present.Youth, new Inbound.AttendanceMarked(Session.Id, attended));
        await Audit(attended ? "attendance.came" : "attendance.missed", present.Youth, Session.Site, $"{id}");
        return Back(id);
    }

    /// <summary>The tick was a mistake.</summary>
    public async Task<IActionResult> OnPostUndo(long id, long youth)
    {
        if (!await Load(id)) return NotHere();
        if (Done.FirstOrDefault(y => y.Youth.Value == youth) is not { } present) return Back(id);
        if (!MayUndo) return Refused("attendance.tooLate");
        await Happen(present.Youth, new Inbound.AttendanceMarked(Session.Id, Attended: false, Undone: true));
        await Audit("attendance.undone", present.Youth, Session.Site, $"{id}");
        Say("attendance.undoSaid");
        return Back(id);
    }

    /// <summary>A youth of this site came without a seat.</summary>
    public async Task<IActionResult> OnPostWalkIn(long id, long youth, string? name)
    {
        if (!await Load(id)) return NotHere();
        if (!MayTick(attended: true)) return Refused("attendance.tooEarly");
        // Only who is found by name at this site: an id from elsewhere leads nowhere.
        var found = (await search.Named(name ?? "", [Session.Site], MostFound, Stop)).FirstOrDefault(f => f.Youth.Value == youth);
        if (found is null) return NotHere();
        await Happen(found.Youth, new Inbound.WalkedIn(Session.Id));
        await Audit("attendance.walkedIn", found.Youth, Session.Site, $"{id}");
        return Back(id);
    }

    /// <summary>Somebody without a telephone: counted, and nothing else.</summary>
    public async Task<IActionResult> OnPostCount(long id, int by)
    {
        if (!await Load(id)) return NotHere();
        if (!MayTick(attended: true)) return Refused("attendance.tooEarly");
        if (by is 1 or -1 && await sessions.Count(Session.Id, by, Stop)) await Audit("attendance.counted", site: Session.Site, detail: $"{id} {by:+0;-0}");
        return Back(id);
    }

    /// <summary>Somebody without a telephone at an event: a first name for the list, and no number.</summary>
    public async Task<IActionResult> OnPostNamed(long id, string? firstName)
    {
        if (!await Load(id) || !IsEvent) return NotHere();
        if (!MayTick(attended: true)) return Refused("attendance.tooEarly");
        var name = (firstName ?? "").Trim();
        if (Referring.FirstName.Fault(name) is { } fault)
        {
            Demand(false, nameof(firstName), fault);
            return Page();
        }

        await sessions.AddWalkIn(Session.Id, name, Now, Stop);
        await Audit("attendance.named", site: Session.Site, detail: $"{id}");
        await events.Raise(LiveTopics.Attendance, Stop);
        return Back(id);
    }

    /// <summary>A first name was written down by mistake.</summary>
    public async Task<IActionResult> OnPostUnnamed(long id, long walkIn)
    {
        if (!await Load(id)) return NotHere();
        await sessions.RemoveWalkIn(Session.Id, walkIn, Stop);
        await Audit("attendance.unnamed", site: Session.Site, detail: $"{id}");
        await events.Raise(LiveTopics.Attendance, Stop);
        return Back(id);
    }

    async Task Happen(YouthId youth, Inbound happens)
    {
        await acts.Do(youth, Guid.NewGuid().ToString("N"), happens, Stop);
        await events.Raise(LiveTopics.Attendance, Stop);
    }

    IActionResult Refused(string why)
    {
        if (why is "attendance.tooEarly") Say(why, ("time", Arg.Of(L.Moment(Attendance.DoorOpens(Session)))));
        else Say(why);
        return Back(Session.Id.Value);
    }

    RedirectResult Back(long id) => Redirect(IsEvent ? $"{SessionTitles.Events}/{id}/check-in" : $"/staff/sessions/{id}/attendance");

    IEnumerable<PresentYouth> All() => Expected.Concat(Done);

    async Task<bool> Load(long id)
    {
        if (await mine.Session(id, Stop) is not { } planned) return false;
        Planned = planned;
        Title = await L.TitleOf(Session, sites, Stop);
        var site = (await sites.Site(Session.Site, Stop))!;
        MayUndo = Attendance.MayUndo(Session, site.Zone, Now);
        var present = (await sessions.Present(Session.Id, Stop)).OrderBy(y => y.FirstName, StringComparer.CurrentCultureIgnoreCase).ToList();
        Expected = present.FindAll(y => y.Status.HoldsSeat());
        Done = present.FindAll(y => y.Status is BookingStatus.Attended or BookingStatus.NoShow);
        if (IsEvent) Named = await sessions.WalkIns(Session.Id, Stop);
        Waiting = present.FindAll(y => y.Status is BookingStatus.Waiting);
        return true;
    }
}
