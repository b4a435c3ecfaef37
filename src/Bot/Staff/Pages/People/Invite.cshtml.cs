using MdtChatBot.Storage;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.People;

/// <summary>Invites somebody: the link is shown, to be passed on by whoever made it.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class InviteModel(StaffStore staff, StaffLinks links, ProgrammeStore programme) : StaffPage, IPlacesForm
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public StaffRole? Role { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Places { get; set; } = [];

    public IReadOnlyList<Site> MySites { get; private set; } = [];

    public string? PlacesFault => FaultOf(nameof(Places));

    /// <summary>Shown once.</summary>
    public string? Link { get; private set; }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        await Load();
        var email = StaffStore.Address(Email ?? "");
        var places = Role is StaffRole.Admin ? [] : this.Chosen();
        if (Demand(EmailAddress.IsOne(email), nameof(Email), "people.emailWrong"))
            Demand(await staff.AccountOf(email, Stop) is null, nameof(Email), "people.emailTaken");
        if (Demand(Role is { } role && StaffRules.RolesToGive(Me).Contains(role), nameof(Role), "people.roleMissing"))
            Demand(StaffRules.MayGive(Me, Role!.Value, [.. places.Select(p => p.Site)]), nameof(Places), "people.sitesMissing");
        if (!ModelState.IsValid) return Page();
        var entry = new AuditEntry(Me.Id, "people.invited", null, places.Count > 0 ? places[0].Site : null, $"{email} {Role}", Now);
        Link = await links.Invite(Me, email, Role!.Value, places, freesSecondFactor: false, entry, Stop);
        return Page();
    }

    async Task Load() => MySites = [.. (await programme.Current(Now, Stop)).Sites.Where(site => Me.WorksFor(site.Id))];
}
