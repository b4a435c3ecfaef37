using System.Buffers.Text;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MdtChatBot.Bot.Staff;

/// <summary>
/// Passkeys, with the handler of ASP.NET Core Identity on our own tables. What the browser must answer goes through the form, sealed and for
/// five minutes.
/// </summary>
public sealed class StaffPasskeys(StaffStore staff, PasskeyStore store, Sealing sealing, IClock clock)
{
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    readonly PasskeyHandler<StaffAccount> _handler = new(
        new UserManager<StaffAccount>(
            new PasskeyUsers(staff, store),
            Options.Create(new IdentityOptions()),
            new PasswordHasher<StaffAccount>(),
            [],
            [],
            new UpperInvariantLookupNormalizer(),
            new IdentityErrorDescriber(),
            null!,
            NullLogger<UserManager<StaffAccount>>.Instance),
        Options.Create(new IdentityPasskeyOptions { UserVerificationRequirement = "required", ResidentKeyRequirement = "required", ValidateOrigin = IsOurs }));

    /// <summary>What the browser is asked, to make a passkey for this account.</summary>
    public async Task<PasskeyAsked> AskToMake(StaffAccount account, HttpContext http)
    {
        var asked = await _handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = PasskeyUsers.IdOf(account), Name = account.Email, DisplayName = account.Member.Name },
            http);
        return new PasskeyAsked(asked.CreationOptionsJson, sealing.SealForm(asked.AttestationState ?? "", Lasts));
    }

    /// <summary>Keeps the passkey that the browser made; false where it is not what was asked.</summary>
    public async Task<bool> Keep(StaffAccount account, string? answer, string? state, string name, HttpContext http)
    {
        if (string.IsNullOrEmpty(answer) || sealing.OpenForm(state) is not { } asked) return false;
        var made = await _handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = answer, AttestationState = asked });
        if (!made.Succeeded || made.UserEntity.Id != PasskeyUsers.IdOf(account)) return false;
        var now = clock.GetCurrentInstant();
        var passkey = new StoredPasskey(Base64Url.EncodeToString(made.Passkey.CredentialId), account.Member.Id, name, KeptPasskey.Write(made.Passkey), now);
        return await store.Add(passkey, new AuditEntry(account.Member.Id, "account.passkeyAdded", null, null, "", now), http.RequestAborted);
    }

    /// <summary>What the browser is asked, to show which passkey it has for us.</summary>
    public async Task<PasskeyAsked> AskWho(HttpContext http)
    {
        var asked = await _handler.MakeRequestOptionsAsync(null!, http);
        return new PasskeyAsked(asked.RequestOptionsJson, sealing.SealForm(asked.AssertionState ?? "", Lasts));
    }

    /// <summary>Whose passkey answered; null where none of ours did.</summary>
    public async Task<StaffAccount?> Who(string? answer, string? state, HttpContext http)
    {
        if (string.IsNullOrEmpty(answer) || sealing.OpenForm(state) is not { } asked) return null;
        var shown = await _handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = answer, AssertionState = asked });
        if (!shown.Succeeded) return null;
        var id = Base64Url.EncodeToString(shown.Passkey.CredentialId);
        if (await store.Find(id, http.RequestAborted) is not { } stored || stored.Staff != shown.User.Member.Id) return null;
        await store.Update(stored with { Passkey = KeptPasskey.Write(shown.Passkey) }, http.RequestAborted);
        return shown.User;
    }

    public Task<IReadOnlyList<StoredPasskey>> Of(StaffId member, CancellationToken stop) => store.Of(member, stop);

    public Task<bool> Remove(StaffId member, string credentialId, CancellationToken stop) =>
        store.Remove(member, credentialId, new AuditEntry(member, "account.passkeyRemoved", null, null, "", clock.GetCurrentInstant()), stop);

    // Not by the request's Origin header, as the handler would: a form of a page that tells no referrer has none. What the browser signed must be our address.
    static ValueTask<bool> IsOurs(PasskeyOriginValidationContext context)
    {
        var request = context.HttpContext.Request;
        return ValueTask.FromResult(!context.CrossOrigin && context.Origin == $"{request.Scheme}://{request.Host}");
    }
}

/// <summary>A question to the browser, and what must come back with its answer.</summary>
public sealed record PasskeyAsked(string Options, string State);
