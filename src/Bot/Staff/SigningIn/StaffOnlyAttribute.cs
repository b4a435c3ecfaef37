using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Authorization;

namespace MdtChatBot.Bot.Staff;

/// <summary>Lets in these roles, and always an Admin: <c>[StaffOnly(StaffRole.Coach, StaffRole.Coordinator)]</c> on a page. Without it, a page is for everybody who is signed in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaffOnlyAttribute : AuthorizeAttribute
{
    public StaffOnlyAttribute(params StaffRole[] allowed)
    {
        Allowed = allowed;
        Roles = string.Join(',', allowed.Append(StaffRole.Admin).Distinct());
    }

    public IReadOnlyList<StaffRole> Allowed { get; }
}
