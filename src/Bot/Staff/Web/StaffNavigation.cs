using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Bot.Staff;

/// <summary>An entry of the navigation, contributed by a feature: <c>services.AddSingleton(new NavEntry(20, "nav.handoffs", "/staff/handoffs", StaffRole.Coach))</c>.</summary>
/// <param name="Order">Lower stands first: 10 start, 20 handoffs, 30 programme, 40 referrals, 80 staff, 90 audit.</param>
/// <param name="Words">Key of its words in the staff texts.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="Roles">Who sees it, besides an Admin; empty: everybody.</param>
public sealed record NavEntry(int Order, string Words, string Path, params IReadOnlyList<StaffRole> Roles);

/// <summary>A part of the start page, contributed by a feature as a view component.</summary>
/// <param name="Order">Lower stands first.</param>
/// <param name="Component">A class that derives from <c>ViewComponent</c>; its view lies in <c>Pages/Shared/Components/&lt;Name&gt;/Default.cshtml</c>.</param>
/// <param name="Roles">Who sees it, besides an Admin; empty: everybody.</param>
public sealed record StartPart(int Order, Type Component, params IReadOnlyList<StaffRole> Roles);

/// <summary>What of the navigation and the start page the member who looks may see.</summary>
public sealed class StaffNavigation(IEnumerable<NavEntry> entries, IEnumerable<StartPart> parts, StaffUser user)
{
    public IReadOnlyList<NavEntry> Entries => user.IsSignedIn ? [.. entries.Where(e => Sees(e.Roles)).OrderBy(e => e.Order)] : [];

    public IReadOnlyList<StartPart> StartParts => [.. parts.Where(p => Sees(p.Roles)).OrderBy(p => p.Order)];

    bool Sees(IReadOnlyList<StaffRole> roles) => roles.Count == 0 || user.Is([.. roles]);
}
