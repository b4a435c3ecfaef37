using MdtChatBot.Storage;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Account;

/// <summary>Passkeys: signing in with the lock of one's own telephone or computer.</summary>
public sealed class PasskeysModel(StaffPasskeys passkeys) : StaffPage
{
    const int Most = 10;

    [BindProperty]
    public string? Name { get; set; }

    public IReadOnlyList<StoredPasskey> Mine { get; private set; } = [];

    public PasskeyAsked Asked { get; private set; } = new("", "");

    public Task OnGet() => Show();

    public async Task<IActionResult> OnPost(string? answer, string? state)
    {
        var name = Name?.Trim() is { Length: > 0 and <= 40 } given ? given : L["passkeys.unnamed"];
        var isRoom = (await passkeys.Of(Me.Id, Stop)).Count < Most;
        if (!Demand(isRoom && await passkeys.Keep(Who.Account, answer, state, name, HttpContext), nameof(Name), "passkeys.failed"))
        {
            await Show();
            return Page();
        }

        Say("passkeys.made");
        return Redirect("/staff/account/passkeys");
    }

    public async Task<IActionResult> OnPostRemove(string? id)
    {
        if (!await passkeys.Remove(Me.Id, id ?? "", Stop)) return NotHere();
        Say("passkeys.removed");
        return Redirect("/staff/account/passkeys");
    }

    async Task Show()
    {
        Mine = await passkeys.Of(Me.Id, Stop);
        Asked = await passkeys.AskToMake(Who.Account, HttpContext);
    }
}
