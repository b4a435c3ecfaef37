using MdtChatBot.Bot.Staff.Programme;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Programme.Entering;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Programme;

/// <summary>One organisation; its sites and projects carry its new name at once.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class OrganisationModel(SiteStore sites) : StaffPage
{
    /// <summary>Null for a new one.</summary>
    [FromRoute]
    public long? Id { get; set; }

    [BindProperty]
    public OrganisationDraft Draft { get; set; } = new();

    [BindProperty]
    public long Version { get; set; }

    public async Task<IActionResult> OnGet()
    {
        if (Id is not { } id) return Page();
        if (await sites.Organisation(id, Stop) is not { } before) return NotHere();
        (Draft, Version) = (Of(before), before.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (OrganisationEntry.Read(Draft) is Entered<OrganisationDraft>.Refused refused)
        {
            ModelState.Show(refused.Faults, L);
            return Page();
        }

        var organisation = new Organisation { Id = Id ?? 0, Name = Draft.Name!.Trim(), ContactName = Draft.ContactName ?? "", ContactPhone = Draft.ContactPhone ?? "", ContactEmail = Draft.ContactEmail ?? "" };
        switch (Id is null ? await sites.Add(organisation, Stop) : await sites.Save(organisation, Version, Stop))
        {
            case Saving.NameTaken:
                Demand(false, Drafts.Prefix + "Name", "entry.nameTaken");
                return Page();
            case Saving.ChangedMeanwhile:
                return await ShowChanges();
            default:
                await Audit("organisation.saved", detail: organisation.Name);
                Say("organisation.saved");
                return Redirect("/staff/programme/organisations");
        }
    }

    async Task<IActionResult> ShowChanges()
    {
        if (await sites.Organisation(Id!.Value, Stop) is not { } now) return NotHere();
        ModelState.ShowChanges(Of(now), Draft, L, nameof(Version));
        Version = now.Version;
        return Page();
    }

    static OrganisationDraft Of(Organisation organisation) => new()
    {
        Name = organisation.Name,
        ContactName = organisation.ContactName,
        ContactPhone = organisation.ContactPhone,
        ContactEmail = organisation.ContactEmail,
    };
}
