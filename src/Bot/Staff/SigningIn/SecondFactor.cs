using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Staff;

/// <summary>Checks the code of an authenticator app, or a recovery code; each opens once.</summary>
public sealed class SecondFactor(StaffSecrets secrets, Sealing sealing, TimeProvider time)
{
    public async Task<bool> Opens(StaffAccount account, string typed, CancellationToken stop)
    {
        if (account.TotpSecret is not { } stored) return false;
        // Where the sealing keys were lost recovery codes still open.
        if (sealing.TryOpen(stored) is { } secret && Totp.Match(secret, typed, time.GetUtcNow()) is { } step) return await secrets.UseStep(account.Member.Id, step, stop);
        return await secrets.UseCode(account.Member.Id, Tokens.HashOfCode(typed), stop);
    }
}
