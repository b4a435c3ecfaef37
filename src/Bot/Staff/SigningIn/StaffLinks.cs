using MdtChatBot.Storage;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Bot.Staff;

/// <summary>Makes links that open an account once. A link is shown to who made it, who passes it on; nothing is mailed.</summary>
public sealed class StaffLinks(InvitationStore invitations, FactSettings settings, IClock clock)
{
    static readonly Duration Lasts = Duration.FromDays(7);
    static readonly Duration SetUpLasts = Duration.FromDays(1);

    /// <summary>Returns the link; only its hash is stored.</summary>
    public async Task<string> Invite(StaffMember by, string email, StaffRole role, IReadOnlyList<WorkPlace> places, bool freesSecondFactor, AuditEntry entry, CancellationToken stop)
    {
        var token = Tokens.NewLink();
        var now = clock.GetCurrentInstant();
        var invitation = new Invitation
        {
            TokenHash = Tokens.Hash(token),
            Email = StaffStore.Address(email),
            Role = role,
            Places = places,
            FreesSecondFactor = freesSecondFactor,
            By = by.Id,
            At = now,
            ExpiresAt = now + Lasts,
        };
        await invitations.Make(invitation, entry, stop);
        return Address(token);
    }

    /// <summary>The link for the first Admin; null where there is one already.</summary>
    public async Task<string?> SetUp(CancellationToken stop)
    {
        if (await invitations.HasAdmin(stop)) return null;
        var token = Tokens.NewLink();
        var now = clock.GetCurrentInstant();
        await invitations.Make(
            new Invitation { TokenHash = Tokens.Hash(token), Email = "", Role = StaffRole.Admin, At = now, ExpiresAt = now + SetUpLasts },
            null,
            stop);
        return Address(token);
    }

    string Address(string token) => $"{settings.PublicUrl}/staff/welcome?token={token}";
}
