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
    /// <summary>The authentication scheme.</summary>
    public const string Scheme = "staff";

    /// <summary>Between the password and the code.</summary>
    public const string HalfScheme = "staff-half";

    /// <summary>For requests that are no pages (<c>MapGet</c>): signed in, with a second factor where that is demanded.</summary>
    public const string Policy = "staff";

    internal const string SignedInPolicy = "staff-signed-in";

    internal const string CompleteClaim = "complete";

    const string StampClaim = "stamp";
    const string Started = "started";
    const string Strong = "strong";

    /// <summary>Outside Development everybody has a second factor.</summary>
    public bool DemandsSecondFactor => !environment.IsDevelopment();

    /// <summary>Begins a session, in place of one that there may be.</summary>
    /// <param name="http">The request.</param>
    /// <param name="account">Who it is.</param>
    /// <param name="strong">What they came in with is two factors in itself: a passkey, or their organisation's sign-in.</param>
    public Task Begin(HttpContext http, StaffAccount account, bool strong = false)
    {
        var properties = new AuthenticationProperties { IsPersistent = false };
        properties.Items[Started] = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        if (strong) properties.Items[Strong] = "1";
        return http.SignInAsync(Scheme, Principal(account, isComplete: false), properties);
    }

    /// <summary>Goes on with a stamp that has just changed: all other sessions of the account end, this one does not.</summary>
    public async Task GoOn(HttpContext http, StaffAccount changed)
    {
        var ticket = await http.AuthenticateAsync(Scheme);
        var kept = new AuthenticationProperties { IsPersistent = false };
        foreach (var name in new[] { Started, Strong })
            if (ticket.Properties?.Items.TryGetValue(name, out var value) is true) kept.Items[name] = value;
        await http.SignInAsync(Scheme, Principal(changed, isComplete: false), kept);
    }

    public static Task End(HttpContext http) => http.SignOutAsync(Scheme);

    /// <summary>The password was right; the code is still to come, within five minutes.</summary>
    public Task BeginHalf(HttpContext http, StaffAccount account) => http.SignInAsync(HalfScheme, Principal(account, isComplete: false));

    /// <summary>Whose password was right a moment ago; null where nobody's was.</summary>
    public async Task<StaffAccount?> Half(HttpContext http) => (await http.AuthenticateAsync(HalfScheme)) is { Succeeded: true, Principal: { } half } ? await Holder(half, http.RequestAborted) : null;

    public static Task EndHalf(HttpContext http) => http.SignOutAsync(HalfScheme);

    /// <summary>Called for each request that brings the cookie.</summary>
    internal async Task Validate(CookieValidatePrincipalContext context)
    {
        var account = HasTimeLeft(context.Properties) ? await Holder(context.Principal, context.HttpContext.RequestAborted) : null;
        if (account is null)
        {
            context.RejectPrincipal();
            return;
        }

        var isComplete = !DemandsSecondFactor || account.TotpSecret is not null || context.Properties.Items.ContainsKey(Strong);
        context.HttpContext.RequestServices.GetRequiredService<StaffUser>().SignedInAs(account, isComplete);
        context.ReplacePrincipal(Principal(account, isComplete));
    }

    /// <summary>A closed account does not open, nor a demo account outside Development.</summary>
    internal bool MayEnter(StaffAccount account) => account.Active && (!account.IsDemo || environment.IsDevelopment());

    async Task<StaffAccount?> Holder(ClaimsPrincipal? principal, CancellationToken stop)
    {
        if (!long.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)) return null;
        var account = await staff.Account(new StaffId(id), stop);
        return account is { } known && MayEnter(known) && known.SecurityStamp == principal!.FindFirstValue(StampClaim) ? known : null;
    }

    bool HasTimeLeft(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(Started, out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var started)
        && time.GetUtcNow() - started < TimeSpan.FromHours(options.Value.SessionHours);

    static ClaimsPrincipal Principal(StaffAccount account, bool isComplete)
    {
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, account.Member.Id.Value.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(ClaimTypes.Role, account.Member.Role.ToString()));
        identity.AddClaim(new Claim(StampClaim, account.SecurityStamp));
        if (isComplete) identity.AddClaim(new Claim(CompleteClaim, "1"));
        return new ClaimsPrincipal(identity);
    }
}
