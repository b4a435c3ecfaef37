using MdtChatBot.Storage;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Account;

/// <summary>Makes an authenticator app the second factor, or another in its place; and fresh recovery codes.</summary>
[BeforeSecondFactor]
public sealed class SecondFactorModel(StaffSecrets secrets, StaffSession session, SecondFactor secondFactor, Sealing sealing, Attempts attempts, TimeProvider time) : StaffPage
{
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    /// <summary>The secret that the app is being given, sealed: it counts when a code proves that the app has it.</summary>
    [BindProperty]
    public string? Candidate { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>A code of the factor that is there.</summary>
    [BindProperty]
    public string? Current { get; set; }

    public string Secret { get; private set; } = "";

    public string QrSvg { get; private set; } = "";

    public int CodesLeft { get; private set; }

    /// <summary>Shown once.</summary>
    public IReadOnlyList<string> FreshCodes { get; private set; } = [];

    public bool IsOn => Who.Account.TotpSecret is not null;

    public Task OnGet() => Show();

    public async Task<IActionResult> OnPost()
    {
        var secret = sealing.OpenForm(Candidate);
        if (!await CurrentOpens()) return await Again();
        var step = secret is null ? null : Totp.Match(secret, Code ?? "", time.GetUtcNow());
        if (!Demand(step is not null, nameof(Code), secret is null ? "factor.tooLate" : "factor.wrong")) return await Again();
        FreshCodes = Tokens.NewRecoveryCodes();
        var changed = Who.Account with { TotpSecret = sealing.Seal(secret!), SecurityStamp = Passwords.NewStamp() };
        await secrets.SetTotp(Me.Id, changed.TotpSecret, step!.Value, changed.SecurityStamp, Hashes(), new AuditEntry(Me.Id, "account.factorMade", null, null, "", Now), Stop);
        await session.GoOn(HttpContext, changed);
        return Page();
    }

    public async Task<IActionResult> OnPostCodes()
    {
        if (!IsOn) return NotHere();
        if (!await CurrentOpens()) return await Again();
        FreshCodes = Tokens.NewRecoveryCodes();
        await secrets.ReplaceCodes(Me.Id, Hashes(), new AuditEntry(Me.Id, "account.codesMade", null, null, "", Now), Stop);
        return Page();
    }

    // Who finds an open session must not be able to put their own telephone in its place.
    async Task<bool> CurrentOpens()
    {
        if (!IsOn) return true;
        var what = CodeModel.GuessedAt(Who.Account);
        if (await attempts.AreTooMany(HttpContext, what, Stop)) return Demand(false, nameof(Current), "signIn.tooMany");
        if (await secondFactor.Opens(Who.Account, Current ?? "", Stop)) return true;
        await attempts.Failed(HttpContext, what, Stop);
        return Demand(false, nameof(Current), "code.wrong");
    }

    async Task<IActionResult> Again()
    {
        await Show();
        return Page();
    }

    async Task Show()
    {
        // The same secret again after a mistyped code: the app has it already.
        Secret = sealing.OpenForm(Candidate) ?? Totp.NewSecret();
        Candidate = sealing.SealForm(Secret, Lasts);
        ModelState.Remove(nameof(Candidate));
        QrSvg = QrCode.Svg(Totp.Address(Secret, Who.Account.Email), L["factor.qr"]);
        CodesLeft = await secrets.CodesLeft(Me.Id, Stop);
    }

    IReadOnlyList<string> Hashes() => [.. FreshCodes.Select(Tokens.HashOfCode)];
}
