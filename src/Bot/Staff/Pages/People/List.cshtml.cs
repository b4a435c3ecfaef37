using MdtChatBot.Storage;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.People;

/// <summary>The people of the sites that somebody looks after, and the invitations that wait.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class ListModel(StaffStore staff, InvitationStore invitations, ProgrammeStore programme) : StaffPage
{
    Offer _offer = Offer.Empty;

    public IReadOnlyList<StaffAccount> People { get; private set; } = [];

    public IReadOnlyList<Invitation> Waiting { get; private set; } = [];

    public async Task OnGet()
    {
        _offer = await programme.Current(Now, Stop);
        People =
        [
            .. (await staff.Accounts(Stop)).Where(a => StaffRules.MaySee(Me, a.Member))
                .OrderByDescending(a => a.Active).ThenBy(a => a.Member.Name, StringComparer.OrdinalIgnoreCase),
        ];
        Waiting = [.. (await invitations.Waiting(Now, Stop)).Where(Mine)];
    }

    public async Task<IActionResult> OnPostWithdraw(string? email)
    {
        if (await invitations.For(email ?? "", Now, Stop) is not { } invitation || !Mine(invitation)) return NotHere();
        await invitations.Withdraw(invitation.Email, new AuditEntry(Me.Id, "people.withdrawn", null, invitation.Places is [var place, ..] ? place.Site : null, invitation.Email, Now), Stop);
        Say("people.withdrawn");
        return Redirect("/staff/people");
    }

    public string SitesOf(StaffMember member) =>
        member.Role is StaffRole.Admin ? L["roles.allSites"] : string.Join(", ", member.Sites.Select(site => _offer.Site(site)?.Name ?? site.Value));

    public bool IsAway(StaffAccount account) => account.Member.IsAbsentOn(Now.InZone(StaffTexts.Zone).Date);

    bool Mine(Invitation invitation) => StaffRules.MayGive(Me, invitation.Role, [.. invitation.Places.Select(p => p.Site)]);
}
