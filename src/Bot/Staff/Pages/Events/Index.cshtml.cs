using MdtChatBot.Bot.Staff.Programme;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Pages.Events;

/// <summary>The events of my sites, with how full they are.</summary>
public sealed class IndexModel(MyProgramme mine, SessionStore sessions) : StaffPage
{
    static readonly Duration Ahead = Duration.FromDays(366);
    static readonly Duration Back = Duration.FromDays(180);

    // What is on now is still to come.
    static readonly Duration On = Duration.FromHours(12);

    /// <summary>Those that were, the latest first.</summary>
    [FromQuery]
    public bool Past { get; set; }

    public MyProgramme Mine => mine;

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public IReadOnlyList<PlannedSession> Events { get; private set; } = [];

    public async Task OnGet()
    {
        Sites = await mine.Sites(Stop);
        var ids = Sites.Select(s => s.Id).ToList();
        Events = Past
            ? [.. (await sessions.Events(ids, Now - Back, Now, Stop)).Where(e => e.Session.Ends <= Now).Reverse()]
            : [.. (await sessions.Events(ids, Now - On, Now + Ahead, Stop)).Where(e => e.Session.Ends > Now)];
    }

    public string SiteName(SiteId id) => Sites.First(s => s.Id == id).Name;
}
