using System.Buffers.Text;
using System.Globalization;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Identity;

namespace MdtChatBot.Bot.Staff;

/// <summary>As much of a user store as the passkey handler reads. It writes nothing: accounts and passkeys have stores of their own.</summary>
sealed class PasskeyUsers(StaffStore staff, PasskeyStore passkeys) : IUserPasskeyStore<StaffAccount>
{
    public static string IdOf(StaffAccount account) => account.Member.Id.Value.ToString(CultureInfo.InvariantCulture);

    public Task<string> GetUserIdAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult(IdOf(user));

    public Task<string?> GetUserNameAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(StaffAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<StaffAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        long.TryParse(userId, CultureInfo.InvariantCulture, out var id) ? staff.Account(new StaffId(id), cancellationToken) : Task.FromResult<StaffAccount?>(null);

    public Task<StaffAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => staff.AccountOf(normalizedUserName, cancellationToken);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(StaffAccount user, CancellationToken cancellationToken) =>
        [.. (await passkeys.Of(user.Member.Id, cancellationToken)).Select(KeptPasskey.Read)];

    public async Task<StaffAccount?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.Find(Base64Url.EncodeToString(credentialId), cancellationToken) is { } stored ? await staff.Account(stored.Staff, cancellationToken) : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(StaffAccount user, byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.Find(Base64Url.EncodeToString(credentialId), cancellationToken) is { } stored && stored.Staff == user.Member.Id ? KeptPasskey.Read(stored) : null;

    public Task AddOrUpdatePasskeyAsync(StaffAccount user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadOnly();

    public Task RemovePasskeyAsync(StaffAccount user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> CreateAsync(StaffAccount user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> UpdateAsync(StaffAccount user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> DeleteAsync(StaffAccount user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task SetUserNameAsync(StaffAccount user, string? userName, CancellationToken cancellationToken) => throw ReadOnly();

    public Task SetNormalizedUserNameAsync(StaffAccount user, string? normalizedName, CancellationToken cancellationToken) => throw ReadOnly();

    public void Dispose() { }

    static NotSupportedException ReadOnly() => new("Accounts are written by their own store.");
}
