using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages;

/// <summary>Ends the session.</summary>
[AllowAnonymous, BeforeSecondFactor]
public sealed class SignOutModel : StaffPage
{
    public IActionResult OnGet() => Redirect("/staff");

    public async Task<IActionResult> OnPost()
    {
        await StaffSession.End(HttpContext);
        return Redirect("/staff/sign-in");
    }
}
