using System.Globalization;
using System.Security.Claims;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot.Staff;

/// <summary>
/// A session of the console: a sealed cookie that names the account. The account itself is read on every request, so that a session ends at once
/// when the account is closed, its password changes or its role does.
/// </summary>
public sealed class StaffSession(StaffStore staff, TimeProvider time, IOptions<StaffOptions> options, IHostEnvironment environment)
{
    /// <summary>The authentication scheme, and the policy that demands it.</summary>
    public const string Scheme = "staff";

    const string StampClaim = "stamp";
    const string Started = "started";

    /// <summary>Begins a session, in place of one that there may be.</summary>
    public Task Begin(HttpContext http, StaffAccount account)
    {
        var properties = new AuthenticationProperties { IsPersistent = false };
        properties.Items[Started] = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        return http.SignInAsync(Scheme, Principal(account), properties);
    }

    public static Task End(HttpContext http) => http.SignOutAsync(Scheme);

    /// <summary>Called for each request that brings the cookie.</summary>
    internal async Task Validate(CookieValidatePrincipalContext context)
    {
        if (await Holder(context) is not { } account)
        {
            context.RejectPrincipal();
            return;
        }

        context.HttpContext.RequestServices.GetRequiredService<StaffUser>().SignedInAs(account);
        context.ReplacePrincipal(Principal(account));
    }

    async Task<StaffAccount?> Holder(CookieValidatePrincipalContext context)
    {
        if (!HasTimeLeft(context.Properties)) return null;
        if (!long.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)) return null;
        var account = await staff.Account(new StaffId(id), context.HttpContext.RequestAborted);
        return account is { } known && MayEnter(known) && known.SecurityStamp == context.Principal!.FindFirstValue(StampClaim) ? known : null;
    }

    /// <summary>A closed account does not open, nor a demo account outside Development.</summary>
    internal bool MayEnter(StaffAccount account) => account.Active && (!account.IsDemo || environment.IsDevelopment());

    bool HasTimeLeft(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(Started, out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var started)
        && time.GetUtcNow() - started < TimeSpan.FromHours(options.Value.SessionHours);

    static ClaimsPrincipal Principal(StaffAccount account) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.Member.Id.Value.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Role, account.Member.Role.ToString()),
            new Claim(StampClaim, account.SecurityStamp),
        ],
        Scheme));
}
