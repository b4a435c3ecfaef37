using MdtChatBot.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages;

/// <summary>Where a link that opens an account leads: a new person says who they are, and one who lost their password chooses another.</summary>
[AllowAnonymous]
public sealed class WelcomeModel(StaffStore staff, InvitationStore invitations, StaffSession session, Passwords passwords, Attempts attempts) : StaffPage
{
    [FromQuery]
    public string? Token { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Repeated { get; set; }

    /// <summary>Null where the link opens nothing (any more).</summary>
    public Invitation? Invitation { get; private set; }

    /// <summary>The account is there already.</summary>
    public bool IsRenewal => _known is not null;

    StaffAccount? _known;

    public async Task<IActionResult> OnGet()
    {
        await Open();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await Open();
        if (Invitation is not { } invitation) return Page();
        var email = StaffStore.Address(invitation.IsForFirstAdmin ? Email ?? "" : invitation.Email);
        Check(invitation, email);
        if (!ModelState.IsValid) return Page();
        return _known is { } account ? await Renew(invitation, account) : await Join(invitation, email);
    }

    async Task Open()
    {
        if (await attempts.AreTooMany(HttpContext, null, Stop)) return;
        Invitation = await invitations.Open(Tokens.Hash(Token ?? ""), Now, Stop);
        if (Invitation is null) await attempts.Failed(HttpContext, null, Stop);
        else if (!Invitation.IsForFirstAdmin) _known = await staff.AccountOf(Invitation.Email, Stop);
    }

    void Check(Invitation invitation, string email)
    {
        if (invitation.IsForFirstAdmin) Demand(EmailAddress.IsOne(email), nameof(Email), "people.emailWrong");
        if (!IsRenewal) Demand(Name?.Trim().Length is > 0 and <= 60, nameof(Name), "welcome.nameMissing");
        var fault = PasswordRules.Fault(Password ?? "", Name ?? "", email);
        Demand(fault is null, nameof(Password), fault ?? "");
        Demand(Password == Repeated, nameof(Repeated), "password.different");
    }

    async Task<IActionResult> Join(Invitation invitation, string email)
    {
        var person = new NewStaff
        {
            Name = Name!.Trim(),
            Email = email,
            Role = invitation.Role,
            Console = L.Language,
            At = Now,
            PasswordHash = passwords.Hash(Password!),
            SecurityStamp = Passwords.NewStamp(),
        };
        switch (await invitations.Accept(invitation, person, Now, Stop))
        {
            case Joining.In(var id):
                await session.Begin(HttpContext, (await staff.Account(id, Stop))!);
                Say("welcome.done");
                return Redirect("/staff");
            case Joining.AddressTaken:
                Demand(false, nameof(Email), "people.emailTaken");
                return Page();
            default:
                Invitation = null;
                return Page();
        }
    }

    // Not signed in at once: who has a second factor must still show it.
    async Task<IActionResult> Renew(Invitation invitation, StaffAccount account)
    {
        if (!await invitations.Renew(invitation, account.Member.Id, passwords.Hash(Password!), Passwords.NewStamp(), Now, Stop))
        {
            Invitation = null;
            return Page();
        }

        Say("welcome.renewed");
        return Redirect("/staff/sign-in");
    }
}
