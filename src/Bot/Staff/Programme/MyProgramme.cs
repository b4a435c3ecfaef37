using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Bot.Staff.Programme;

/// <summary>The part of the programme that the member who looks may see or change.</summary>
public sealed class MyProgramme(StaffUser user, SiteStore sites, SessionStore sessions, Catalogue catalogue)
{
    /// <summary>Whoever plans at a site: the balie and its coordinator.</summary>
    public bool MayPlan(SiteId site) => user.MaySee(site) && user.Is(StaffRole.BalieWorker, StaffRole.Coordinator);

    public bool MayPlan() => user.Is(StaffRole.BalieWorker, StaffRole.Coordinator);

    /// <summary>Whoever looks after sites and what is offered there.</summary>
    public bool MayArrange() => user.Is(StaffRole.Coordinator);

    public async Task<IReadOnlyList<Site>> Sites(CancellationToken stop) => [.. (await sites.Sites(stop)).Where(s => user.MaySee(s.Id))];

    /// <summary>Null where it does not exist or is another site's.</summary>
    public async Task<PlannedSession?> Session(long id, CancellationToken stop) =>
        await sessions.Find(new SessionId(id), stop) is { } found && user.MaySee(found.Session.Site) ? found : null;

    /// <summary>The languages of the bot, Dutch first.</summary>
    public IReadOnlyList<Language> Languages => catalogue.Languages;
}
