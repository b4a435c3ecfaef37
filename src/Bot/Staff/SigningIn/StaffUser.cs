using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Bot.Staff;

/// <summary>Who is signed in on this request, read from the database on this request: a role that changed counts at once.</summary>
public sealed class StaffUser
{
    StaffAccount? _account;

    public bool IsSignedIn => _account is not null;

    /// <exception cref="InvalidOperationException">Nobody is signed in: the page lets in everybody, and forgot so.</exception>
    public StaffAccount Account => _account ?? throw new InvalidOperationException("Nobody is signed in on this request.");

    public StaffMember Me => Account.Member;

    public StaffId Id => Me.Id;

    public StaffRole Role => Me.Role;

    /// <inheritdoc cref="StaffMember.MaySee"/>
    public bool MaySee(SiteId? site) => Me.MaySee(site);

    /// <summary>Whether a youth may be shown: to staff of their site, and to the coach who has them, wherever they work.</summary>
    public bool MaySee(SiteId? site, StaffId? coach) => coach == Id || MaySee(site);

    /// <summary>In one of these roles; an Admin is in all of them.</summary>
    public bool Is(params IReadOnlyCollection<StaffRole> roles) => IsSignedIn && (Role is StaffRole.Admin || roles.Contains(Role));

    /// <summary>Whether they have the second factor that is demanded; without it only the page that makes one opens.</summary>
    public bool IsComplete { get; private set; }

    internal void SignedInAs(StaffAccount account, bool isComplete) => (_account, IsComplete) = (account, isComplete);
}
