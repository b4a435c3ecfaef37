using MdtChatBot.Storage;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MdtChatBot.Bot.Staff.Pages.People;

/// <summary>One member: where they work, as what, and whether they may come in.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class PersonModel(StaffStore staff, StaffLinks links, ProgrammeStore programme) : StaffPage, IPlacesForm
{
    const string Access = "Access";

    [BindProperty]
    public StaffRole? Role { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Places { get; set; } = [];

    public StaffAccount Person { get; private set; } = null!;

    public IReadOnlyList<Site> MySites { get; private set; } = [];

    public string? PlacesFault => FaultOf(nameof(Places));

    public bool MayChange => StaffRules.MayChange(Me, Person.Member);

    /// <summary>Shown once.</summary>
    public string? Link { get; private set; }

    /// <summary>Before any handler: the person is there and may be seen, and changed where something is to be changed.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = long.TryParse(context.RouteData.Values["id"]?.ToString(), out var number) ? new StaffId(number) : default;
        var found = await staff.Account(id, Stop);
        if (found is null || !StaffRules.MaySee(Me, found.Member) || (HttpMethods.IsPost(Request.Method) && !StaffRules.MayChange(Me, found.Member)))
        {
            context.Result = NotHere();
            return;
        }

        Person = found;
        MySites = [.. (await programme.Current(Now, Stop)).Sites.Where(site => Me.WorksFor(site.Id))];
        await next();
    }

    public void OnGet() => Fill();

    public async Task<IActionResult> OnPost()
    {
        var chosen = Role is StaffRole.Admin ? [] : this.Chosen();
        var places = StaffRules.Places(Me, Person.Member, [.. chosen.Select(p => p.Site)], [.. chosen.Where(p => p.IsPrimary).Select(p => p.Site)]);
        if (Demand(Role is { } role && StaffRules.RolesToGive(Me).Contains(role), nameof(Role), "people.roleMissing"))
            Demand(Role is StaffRole.Admin || places.Count > 0, nameof(Places), "people.sitesMissing");
        if (!ModelState.IsValid) return Page();
        var entry = Entry("people.placed", $"{Person.Email} {Role}: {string.Join(' ', places.Select(p => p.Site.Value))}");
        var placed = await staff.Place(Person.Member.Id, Role!.Value, [.. places.Select(p => new WorkPlace(p.Site, p.IsPrimary))], Passwords.NewStamp(), entry, Stop);
        if (!Demand(placed, nameof(Role), "people.lastAdmin")) return Page();
        Say("people.saved");
        return Again();
    }

    public async Task<IActionResult> OnPostLink(bool frees)
    {
        Fill();
        if (Person.IsDemo || !Person.Active) return NotHere();
        Link = await links.Invite(Me, Person.Email, Person.Member.Role, [], frees, Entry("people.linkMade", Person.Email), Stop);
        return Page();
    }

    public Task<IActionResult> OnPostClose() => SetActive(false, "people.closedNow");

    public Task<IActionResult> OnPostOpen() => SetActive(true, "people.openedNow");

    async Task<IActionResult> SetActive(bool active, string said)
    {
        Fill();
        var entry = Entry(active ? "people.opened" : "people.closed", Person.Email);
        if (!Demand(await staff.SetActive(Person.Member.Id, active, Passwords.NewStamp(), entry, Stop), Access, "people.lastAdmin")) return Page();
        if (!active) await Get<YouthActs>().TellAbsent(Person.Member.Id, Stop);
        Say(said);
        return Again();
    }

    void Fill()
    {
        Role = Person.Member.Role;
        Places = PlacesForm.From(Person.Member.Sites, Person.Member.PrimaryAt);
    }

    // Of a site that both know, so that its coordinators can read it.
    AuditEntry Entry(string act, string detail) =>
        new(Me.Id, act, null, Person.Member.Sites.Where(Me.WorksFor).Select(s => (Workflow.SiteId?)s).FirstOrDefault(), detail, Now);

    RedirectResult Again() => Redirect($"/staff/people/{Person.Member.Id.Value}");
}
