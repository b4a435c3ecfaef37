using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Staffing;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>Links that open an account once: for a new person, for the first Admin, or for somebody who lost password or second factor.</summary>
public sealed class InvitationStore(Database database)
{
    /// <summary>In place of an earlier one for the same address; those that are over go as well.</summary>
    public async Task Make(Invitation invitation, AuditEntry? entry, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        var calls = new List<Call> { InvitationSql.Tidy.With(("now", invitation.At)) };
        if (invitation.Email.Length > 0) calls.Add(InvitationSql.Withdraw.With(("email", invitation.Email)));
        calls.Add(InvitationSql.Add.With([invitation]));
        if (entry is not null) calls.Add(AuditSql.Write.With([entry]));
        await transaction.Commit(calls, stop);
    }

    /// <summary>The invitation behind a link; null where there is none any more.</summary>
    public async Task<Invitation?> Open(string tokenHash, Instant now, CancellationToken stop) =>
        (await database.List(InvitationSql.ByToken, InvitationSql.Read, stop, ("token", tokenHash), ("now", now))).FirstOrDefault();

    /// <summary>The invitation for an address; null without.</summary>
    public async Task<Invitation?> For(string email, Instant now, CancellationToken stop) =>
        (await database.List(InvitationSql.ByEmail, InvitationSql.Read, stop, ("email", StaffStore.Address(email)), ("now", now))).FirstOrDefault();

    /// <summary>All that were not used yet.</summary>
    public async Task<IReadOnlyList<Invitation>> Waiting(Instant now, CancellationToken stop) =>
        await database.List(InvitationSql.Waiting, InvitationSql.Read, stop, ("now", now));

    public async Task Withdraw(string email, AuditEntry entry, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([InvitationSql.Withdraw.With(("email", StaffStore.Address(email))), AuditSql.Write.With([entry])], stop);
    }

    /// <summary>Uses the link up and makes the account.</summary>
    public async Task<Joining> Accept(Invitation invitation, NewStaff person, Instant now, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        var (use, admins) = (InvitationSql.Use.With(("token", invitation.TokenHash), ("now", now)), 0L);
        await transaction.Run([use, StaffSql.CountAdmins.With(row => admins = row.Number(0))], stop);
        // The link for the first Admin is worth nothing once there is one.
        if (use.Changed == 0 || (invitation.IsForFirstAdmin && admins > 0)) return new Joining.Gone();
        StaffId? added = null;
        await transaction.Run(StaffSql.Add.With([person with { Email = StaffStore.Address(person.Email) }], row => added = new StaffId(row.Number(0))), stop);
        if (added is not { } id) return new Joining.AddressTaken();
        await transaction.Commit(
            [
                StaffSql.JoinSites.With(invitation.Places, ("staff", id.Value)),
                InvitationSql.Withdraw.With(("email", "")),
                AuditSql.Write.With([new AuditEntry(id, "people.joined", null, null, invitation.Role.ToString(), now)]),
            ],
            stop);
        return new Joining.In(id);
    }

    /// <summary>Uses the link up and gives an account that is there a new password.</summary>
    public async Task<bool> Renew(Invitation invitation, StaffId staff, string passwordHash, string stamp, Instant now, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        var use = InvitationSql.Use.With(("token", invitation.TokenHash), ("now", now));
        await transaction.Run(use, stop);
        if (use.Changed == 0) return false;
        var calls = new List<Call> { SecretSql.SetPassword.With(("staff", staff.Value), ("hash", passwordHash), ("stamp", stamp)) };
        if (invitation.FreesSecondFactor) calls.AddRange(SecretSql.FreeSecondFactor(staff));
        calls.Add(AuditSql.Write.With([new AuditEntry(staff, "people.renewed", null, null, invitation.FreesSecondFactor ? "second factor" : "", now)]));
        await transaction.Commit(calls, stop);
        return true;
    }

    /// <summary>Whether anybody can look after accounts.</summary>
    public async Task<bool> HasAdmin(CancellationToken stop) => (await database.List(StaffSql.CountAdmins, row => row.Number(0), stop)).Single() > 0;
}

/// <summary>A link that opens an account once.</summary>
public sealed record Invitation
{
    /// <summary>Only the hash of what the link holds: who reads the database cannot open it.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Lower case; empty in the link for the first Admin.</summary>
    public required string Email { get; init; }

    public required StaffRole Role { get; init; }

    public IReadOnlyList<WorkPlace> Places { get; init; } = [];

    public bool FreesSecondFactor { get; init; }

    /// <summary>Null where the program itself made it.</summary>
    public StaffId? By { get; init; }

    public required Instant At { get; init; }

    public required Instant ExpiresAt { get; init; }

    public bool IsForFirstAdmin => Email.Length == 0;
}

/// <summary>What became of an invitation.</summary>
public abstract record Joining
{
    Joining() { }

    public sealed record In(StaffId Staff) : Joining;

    /// <summary>Used already, withdrawn, or over.</summary>
    public sealed record Gone : Joining;

    /// <summary>Somebody has this address meanwhile.</summary>
    public sealed record AddressTaken : Joining;
}
