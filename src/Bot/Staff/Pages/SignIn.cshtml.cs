using MdtChatBot.Storage;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot.Staff.Pages;

/// <summary>Signing in: e-mail and password, a passkey, the organisation's own sign-in, and in Development a demo account with one tap.</summary>
[AllowAnonymous]
public sealed class SignInModel(
    StaffStore staff, StaffSession session, Passwords passwords, Attempts attempts, StaffPasskeys passkeys, IOptions<StaffOptions> options, IHostEnvironment environment) : StaffPage
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [FromQuery]
    public string? Back { get; set; }

    /// <summary>Why a way in that leads elsewhere did not lead here.</summary>
    public string? Trouble { get; private set; }

    public IReadOnlyList<StaffAccount> Demo { get; private set; } = [];

    /// <summary>The name of the organisation's sign-in; null without.</summary>
    public string? Organisation => options.Value.OpenIdConnect.IsOn ? options.Value.OpenIdConnect.Name : null;

    public PasskeyAsked Passkey { get; private set; } = new("", "");

    public async Task<IActionResult> OnGet(string? trouble)
    {
        if (Who.IsSignedIn) return BackTo(Back);
        Trouble = trouble is "organisation" ? "signIn.notInvited" : null;
        return await Show();
    }

    public async Task<IActionResult> OnPost()
    {
        var address = Email ?? "";
        if (await attempts.AreTooMany(HttpContext, address, Stop)) return await TooMany();
        var account = await staff.AccountOf(address, Stop);
        if (!passwords.Opens(account, Password ?? "") || !session.MayEnter(account!)) return await Refuse(address, "signIn.wrong");
        await attempts.Succeeded(address, Stop);
        if (account!.TotpSecret is null) return await Enter(account, strong: false);
        await session.BeginHalf(HttpContext, account);
        return RedirectToPage("Code", new { Back });
    }

    public async Task<IActionResult> OnPostPasskey(string? answer, string? state)
    {
        if (await attempts.AreTooMany(HttpContext, null, Stop)) return await TooMany();
        var account = await passkeys.Who(answer, state, HttpContext);
        return account is not null && session.MayEnter(account) ? await Enter(account, strong: true) : await Refuse(null, "signIn.passkeyUnknown");
    }

    // A link and no form: the content policy lets forms lead to ourselves only, also where they are led on.
    public IActionResult OnGetOrganisation() => Organisation is null
        ? NotHere()
        : Challenge(new AuthenticationProperties { RedirectUri = "/staff/sign-in?back=" + Uri.EscapeDataString(Back ?? "/staff") }, OrganisationSignIn.Scheme);

    public async Task<IActionResult> OnPostDemo(long demo)
    {
        if (!environment.IsDevelopment()) return NotHere();
        var account = await staff.Account(new StaffId(demo), Stop);
        return account is { IsDemo: true, Active: true } ? await Enter(account, strong: true) : NotHere();
    }

    async Task<IActionResult> Enter(StaffAccount account, bool strong)
    {
        await session.Begin(HttpContext, account, strong);
        return BackTo(Back);
    }

    // The same words whether the account does not exist, is closed, or the password is wrong.
    async Task<IActionResult> Refuse(string? address, string words)
    {
        await attempts.Failed(HttpContext, address, Stop);
        // Once, when it becomes too many: nobody fills the trail by guessing.
        if (await attempts.AreTooMany(HttpContext, address, Stop)) await Audit("signIn.locked");
        Demand(false, nameof(Password), words);
        return await Show();
    }

    async Task<IActionResult> TooMany()
    {
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Demand(false, nameof(Password), "signIn.tooMany");
        return await Show();
    }

    async Task<IActionResult> Show()
    {
        Passkey = await passkeys.AskWho(HttpContext);
        if (environment.IsDevelopment()) Demo = [.. (await staff.Accounts(Stop)).Where(a => a is { IsDemo: true, Active: true })];
        return Page();
    }
}
