using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages;

/// <summary>What went wrong, in words: shown in place of an answer without a body.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, BeforeSecondFactor]
public sealed class FaultModel : StaffPage
{
    /// <summary>Where the words stand in the staff texts.</summary>
    public string Words { get; private set; } = "";

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    void Show(int code)
    {
        Words = code switch
        {
            400 => "fault.form",
            401 or 403 => "fault.forbidden",
            404 => "fault.notFound",
            409 => "fault.changed",
            429 => "fault.tooMany",
            _ => "fault.other",
        };
    }
}
