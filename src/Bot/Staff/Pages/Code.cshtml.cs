using MdtChatBot.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages;

/// <summary>The second step of signing in: the code of the authenticator app, or a recovery code.</summary>
[AllowAnonymous]
public sealed class CodeModel(StaffSession session, SecondFactor secondFactor, Attempts attempts) : StaffPage
{
    [BindProperty]
    public string? Code { get; set; }

    [FromQuery]
    public string? Back { get; set; }

    public async Task<IActionResult> OnGet() => await session.Half(HttpContext) is null ? Again() : Page();

    public async Task<IActionResult> OnPost()
    {
        if (await session.Half(HttpContext) is not { } account) return Again();
        var what = GuessedAt(account);
        if (await attempts.AreTooMany(HttpContext, what, Stop)) return TooMany();
        if (!await secondFactor.Opens(account, Code ?? "", Stop))
        {
            await attempts.Failed(HttpContext, what, Stop);
            if (await attempts.AreTooMany(HttpContext, what, Stop)) await Audit("signIn.locked");
            Demand(false, nameof(Code), "code.wrong");
            return Page();
        }

        await attempts.Succeeded(what, Stop);
        await StaffSession.EndHalf(HttpContext);
        await session.Begin(HttpContext, account);
        return BackTo(Back);
    }

    /// <summary>What is counted when a code is wrong, here and where a code is asked again.</summary>
    internal static string GuessedAt(StaffAccount account) => $"code of {account.Member.Id.Value}";

    RedirectToPageResult Again() => RedirectToPage("SignIn", new { Back });

    IActionResult TooMany()
    {
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Demand(false, nameof(Code), "signIn.tooMany");
        return Page();
    }
}
