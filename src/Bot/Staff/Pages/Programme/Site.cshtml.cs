using MdtChatBot.Bot.Staff.Programme;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Programme.Entering;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Programme;

/// <summary>One site. A new one is made by an Admin, since nobody works there yet.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class SiteModel(SiteStore sites, StaffStore staff) : StaffPage
{
    /// <summary>Null for a new one.</summary>
    [FromRoute]
    public string? Id { get; set; }

    [BindProperty]
    public SiteDraft Draft { get; set; } = new();

    [BindProperty]
    public long Version { get; set; }

    public IReadOnlyList<StaffMember> Owners { get; private set; } = [];

    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];

    Site? _before;

    public async Task<IActionResult> OnGet()
    {
        if (Id is null && Who.Role is not StaffRole.Admin) return Forbid();
        if (!await Load()) return NotHere();
        if (_before is null) Draft = new SiteDraft { HasBalie = true, PickUpHours = $"{Site.UsualPickUpHours}" };
        else (Draft, Version) = (SiteDraft.Of(_before), _before.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (Id is null && Who.Role is not StaffRole.Admin) return Forbid();
        if (!await Load()) return NotHere();
        switch (SiteEntry.Read(Draft, _before, [.. Owners.Select(o => o.Id)]))
        {
            case Entered<Site>.Refused refused:
                ModelState.Show(refused.Faults, L);
                return Page();
            case Entered<Site>.Accepted(var site):
                return await Save(site);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    async Task<IActionResult> Save(Site site)
    {
        switch (_before is null ? await sites.Add(site, Stop) : await sites.Save(site, Version, Stop))
        {
            case Saving.NameTaken:
                Demand(false, Drafts.Prefix + "Name", "entry.nameTaken");
                return Page();
            case Saving.ChangedMeanwhile:
                return ShowChanges((await sites.Site(site.Id, Stop))!);
            default:
                await Audit("site.saved", site: site.Id, detail: site.Name);
                Say("site.saved");
                return Redirect("/staff/programme/sites");
        }
    }

    IActionResult ShowChanges(Site now)
    {
        ModelState.ShowChanges(SiteDraft.Of(now), Draft, L, nameof(Version));
        Version = now.Version;
        return Page();
    }

    async Task<bool> Load()
    {
        _before = Id is { } id ? await sites.Site(new SiteId(id), Stop) : null;
        if (Id is not null && (_before is null || !Who.MaySee(_before.Id))) return false;
        Owners = [.. (await staff.All(Stop)).Where(m => m.Role is not StaffRole.BalieWorker)];
        Organisations = await sites.Organisations(Stop);
        return true;
    }
}
