using MdtChatBot.Storage;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Account;

/// <summary>Another password; all other sessions of the account end.</summary>
public sealed class PasswordModel(StaffSecrets secrets, StaffSession session, Passwords passwords, Attempts attempts) : StaffPage
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Repeated { get; set; }

    /// <summary>A demo account has none, nor has who comes in through their organisation.</summary>
    public bool HasOne => Who.Account.PasswordHash is not null;

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (!HasOne) return NotHere();
        if (await attempts.AreTooMany(HttpContext, Who.Account.Email, Stop)) Demand(false, nameof(Current), "signIn.tooMany");
        else if (!passwords.Opens(Who.Account, Current ?? ""))
        {
            await attempts.Failed(HttpContext, Who.Account.Email, Stop);
            Demand(false, nameof(Current), "password.wrong");
        }

        var fault = PasswordRules.Fault(Password ?? "", Me.Name, Who.Account.Email);
        Demand(fault is null, nameof(Password), fault ?? "");
        Demand(Password == Repeated, nameof(Repeated), "password.different");
        if (!ModelState.IsValid) return Page();

        var changed = Who.Account with { PasswordHash = passwords.Hash(Password!), SecurityStamp = Passwords.NewStamp() };
        await secrets.SetPassword(Me.Id, changed.PasswordHash, changed.SecurityStamp, new AuditEntry(Me.Id, "account.passwordChanged", null, null, "", Now), Stop);
        await session.GoOn(HttpContext, changed);
        Say("password.saved");
        return Redirect("/staff/account/password");
    }
}
