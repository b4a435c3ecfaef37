namespace MdtChatBot.Workflow.Staffing;

/// <summary>Who may invite and change whom.</summary>
public static class StaffRules
{
    /// <summary>Roles that somebody may give: an Admin all, a Coordinator those that work at a site.</summary>
    public static IReadOnlyList<StaffRole> RolesToGive(StaffMember by) => by.Role switch
    {
        StaffRole.Admin => [StaffRole.Coach, StaffRole.BalieWorker, StaffRole.Coordinator, StaffRole.Admin],
        StaffRole.Coordinator => [StaffRole.Coach, StaffRole.BalieWorker],
        _ => [],
    };

    /// <summary>Whether this role may be given at these sites. All but an Admin work somewhere.</summary>
    public static bool MayGive(StaffMember by, StaffRole role, IReadOnlyCollection<SiteId> sites) =>
        RolesToGive(by).Contains(role) && sites.All(by.WorksFor) && (role is StaffRole.Admin || sites.Count > 0);

    /// <summary>Whether somebody stands on the list of who looks: an Admin sees everybody, a Coordinator the people of their sites.</summary>
    public static bool MaySee(StaffMember by, StaffMember whom) => by.Role switch
    {
        StaffRole.Admin => true,
        StaffRole.Coordinator => whom.Sites.Any(by.WorksFor),
        _ => false,
    };

    /// <summary>Whether role, sites and access of somebody may be changed: not one's own, and by a Coordinator only of those whose role they give.</summary>
    public static bool MayChange(StaffMember by, StaffMember whom) =>
        by.Id != whom.Id && MaySee(by, whom) && RolesToGive(by).Contains(whom.Role);

    /// <summary>
    /// The places of somebody after a change: those that the changer does not look after stay as they are.
    /// </summary>
    public static IReadOnlyList<(SiteId Site, bool IsPrimary)> Places(StaffMember by, StaffMember whom, IReadOnlyCollection<SiteId> sites, IReadOnlyCollection<SiteId> primary) =>
    [
        .. whom.Sites.Where(site => !by.WorksFor(site)).Select(site => (site, whom.PrimaryAt.Contains(site))),
        .. sites.Where(by.WorksFor).Select(site => (site, primary.Contains(site))),
    ];
}
