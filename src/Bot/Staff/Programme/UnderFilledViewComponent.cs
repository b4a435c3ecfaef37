using MdtChatBot.Storage;
using MdtChatBot.Workflow.Programme;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Programme;

/// <summary>On the start page: sessions within a week that few will come to.</summary>
public sealed class UnderFilledViewComponent(MyProgramme mine, SiteStore sites, SessionStore sessions, IClock clock) : ViewComponent
{
    static readonly Duration Ahead = Duration.FromDays(7);

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var stop = HttpContext.RequestAborted;
        var now = clock.GetCurrentInstant();
        var found = await sessions.Of([.. (await mine.Sites(stop)).Select(s => s.Id)], now, now + Ahead, stop, withPeople: false);
        var few = found.Where(s => !s.Session.Cancelled && IsUnderFilled(s)).ToList();
        return View(new UnderFilled(few, await sites.Projects(stop)));
    }

    /// <summary>Less than half of the seats.</summary>
    public static bool IsUnderFilled(PlannedSession session) => 2 * session.Session.Taken < session.Session.Capacity;
}

/// <summary>What its view shows.</summary>
public sealed record UnderFilled(IReadOnlyList<PlannedSession> Sessions, IReadOnlyList<Project> Projects);
