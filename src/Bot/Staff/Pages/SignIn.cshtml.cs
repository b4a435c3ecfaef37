using MdtChatBot.Storage;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages;

/// <summary>Signing in with e-mail and password; in Development also as one of the demo accounts, with one tap.</summary>
[AllowAnonymous]
public sealed class SignInModel(StaffStore staff, StaffSession session, Passwords passwords, IHostEnvironment environment) : StaffPage
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [FromQuery]
    public string? Back { get; set; }

    public IReadOnlyList<StaffAccount> Demo { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (Who.IsSignedIn) return BackTo(Back);
        await ShowDemo();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var account = await staff.AccountOf(Email ?? "", Stop);
        if (!passwords.Opens(account, Password ?? "") || !session.MayEnter(account!)) return await Refuse();
        return await Enter(account!);
    }

    public async Task<IActionResult> OnPostDemo(long demo)
    {
        if (!environment.IsDevelopment()) return NotHere();
        var account = await staff.Account(new StaffId(demo), Stop);
        return account is { IsDemo: true, Active: true } ? await Enter(account) : NotHere();
    }

    async Task<IActionResult> Enter(StaffAccount account)
    {
        await session.Begin(HttpContext, account);
        return BackTo(Back);
    }

    // The same words whether the account does not exist, is closed, or the password is wrong.
    async Task<IActionResult> Refuse()
    {
        Demand(false, nameof(Password), "signIn.wrong");
        await ShowDemo();
        return Page();
    }

    async Task ShowDemo()
    {
        if (environment.IsDevelopment()) Demo = [.. (await staff.Accounts(Stop)).Where(a => a is { IsDemo: true, Active: true })];
    }
}
