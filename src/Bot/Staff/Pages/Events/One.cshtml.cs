using MdtChatBot.Bot.Staff.Programme;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Programme;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Events;

/// <summary>One event: what was answered, who comes, and where to go from here.</summary>
public sealed class OneModel(MyProgramme mine, SiteStore sites, SessionStore sessions) : StaffPage
{
    public PlannedSession Planned { get; private set; } = null!;

    public TrialSession Session => Planned.Session;

    public Site Site { get; private set; } = null!;

    public bool MayPlan => mine.MayPlan(Session.Site);

    /// <summary>By name.</summary>
    public IReadOnlyList<PresentYouth> Coming { get; private set; } = [];

    /// <summary>Words and how many.</summary>
    public IReadOnlyList<(string Words, int Count)> Answers { get; private set; } = [];

    public async Task<IActionResult> OnGet(long id)
    {
        if (await mine.Session(id, Stop) is not { Session.Event: not null } planned) return NotHere();
        Planned = planned;
        Site = (await sites.Site(Session.Site, Stop))!;
        Coming = [.. (await sessions.Present(Session.Id, Stop)).OrderBy(y => y.FirstName, StringComparer.CurrentCultureIgnoreCase)];
        var named = await sessions.WalkIns(Session.Id, Stop);
        Answers =
        [
            ("events.count.coming", planned.In(BookingStatus.Booked, BookingStatus.Confirmed, BookingStatus.Attended, BookingStatus.NoShow)),
            ("events.count.guests", planned.Guests),
            ("events.count.offered", planned.In(BookingStatus.Offered)),
            ("events.count.waiting", planned.Waiting),
            ("events.count.notNow", planned.In(BookingStatus.NotNow)),
            ("events.count.no", planned.In(BookingStatus.Declined)),
            ("events.count.cancelled", planned.In(BookingStatus.Cancelled)),
            ("events.count.left", Session.SeatsLeft),
            ("events.count.came", planned.In(BookingStatus.Attended) + planned.Counted + named.Count),
        ];
        return Page();
    }

    /// <summary>Nothing is changed here.</summary>
    public IActionResult OnPost() => NotHere();
}
