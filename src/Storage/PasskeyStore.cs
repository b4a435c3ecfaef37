using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Staffing;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>Passkeys of accounts. What a passkey is (public key, counter …) is the caller's text.</summary>
public sealed class PasskeyStore(Database database)
{
    static readonly Statement AddOne = new("""
        insert into staff_passkey (credential_id, staff_id, name, passkey, created_at) values (@id, @staff, @name, @passkey, @at)
            on conflict (credential_id) do nothing
        """);

    static readonly Statement Change = new("update staff_passkey set passkey = @passkey where credential_id = @id and staff_id = @staff");

    static readonly Statement OfStaff = new("select credential_id, staff_id, name, passkey, created_at from staff_passkey where staff_id = @staff order by created_at, credential_id");

    static readonly Statement ById = new("select credential_id, staff_id, name, passkey, created_at from staff_passkey where credential_id = @id");

    static readonly Statement RemoveOne = new("delete from staff_passkey where credential_id = @id and staff_id = @staff");

    public Task<bool> Add(StoredPasskey passkey, AuditEntry entry, CancellationToken stop) => Run(
        [
            AddOne.With(("id", passkey.CredentialId), ("staff", passkey.Staff.Value), ("name", passkey.Name), ("passkey", passkey.Passkey), ("at", passkey.At)),
            AuditSql.Write.With([entry]),
        ],
        stop);

    /// <summary>After it was used: its counter went up.</summary>
    public Task<bool> Update(StoredPasskey passkey, CancellationToken stop) =>
        Run([Change.With(("id", passkey.CredentialId), ("staff", passkey.Staff.Value), ("passkey", passkey.Passkey))], stop);

    public async Task<IReadOnlyList<StoredPasskey>> Of(StaffId staff, CancellationToken stop) => await database.List(OfStaff, Read, stop, ("staff", staff.Value));

    public async Task<StoredPasskey?> Find(string credentialId, CancellationToken stop) =>
        (await database.List(ById, Read, stop, ("id", credentialId))).FirstOrDefault();

    /// <summary>Only one's own.</summary>
    public Task<bool> Remove(StaffId staff, string credentialId, AuditEntry entry, CancellationToken stop) =>
        Run([RemoveOne.With(("id", credentialId), ("staff", staff.Value)), AuditSql.Write.With([entry])], stop);

    // Where nothing is changed nothing is written into the trail either.
    async Task<bool> Run(IReadOnlyList<Call> calls, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Run(calls[0], stop);
        if (calls[0].Changed == 0) return false;
        await transaction.Commit([.. calls.Skip(1)], stop);
        return true;
    }

    static StoredPasskey Read(System.Data.Common.DbDataReader row) => new(row.Text(0), new StaffId(row.Number(1)), row.Text(2), row.Text(3), row.Time(4));
}

/// <summary>A passkey as it is stored.</summary>
/// <param name="CredentialId">Base64url.</param>
public sealed record StoredPasskey(string CredentialId, StaffId Staff, string Name, string Passkey, Instant At);
