using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Referrals;

/// <summary>Refers somebody in thirty seconds: a first name, a language and a spoken yes.</summary>
public sealed class NewModel(ReferralStore referrals, MySites sites, Catalogue texts, StaffEvents events, ReferralMessages messages) : StaffPage
{
    [BindProperty]
    public string? FirstName { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? Site { get; set; }

    [BindProperty]
    public bool Agreed { get; set; }

    [BindProperty]
    public bool PhoneAgreed { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public IReadOnlyList<Language> Languages => texts.Languages;

    public async Task OnGet()
    {
        Sites = await sites.All(Stop);
        Site = sites.First(Sites)?.Value;
    }

    public async Task<IActionResult> OnPost()
    {
        Sites = await sites.All(Stop);
        var name = (FirstName ?? "").Trim();
        if (Referring.FirstName.Fault(name) is { } fault) Demand(false, nameof(FirstName), fault);
        var language = Languages.FirstOrDefault(l => l.Code == Language);
        Demand(language.Code is not null, nameof(Language), "referrals.fault.language");
        var site = Sites.FirstOrDefault(s => s.Id.Value == Site);
        Demand(site is not null, nameof(Site), "referrals.fault.site");
        Demand(Agreed, nameof(Agreed), "referrals.fault.agreed");
        var phone = ReadPhone();
        if (!ModelState.IsValid) return Page();
        var id = await referrals.Refer(
            new NewReferral { Code = FreshCode.New(), Owner = Me, Site = site!.Id, FirstName = name, Language = language, Phone = phone }, Now, Stop);
        await Audit("referrals.made", site: site.Id);
        if (phone.Length > 0) await messages.Tell(Stop);
        await events.Raise(LiveTopics.Referrals, Stop);
        return Redirect($"/staff/referrals/{id.Value}");
    }

    string ReadPhone()
    {
        var typed = (Phone ?? "").Trim();
        if (typed.Length == 0)
        {
            Demand(!PhoneAgreed, nameof(Phone), "referrals.fault.phoneMissing");
            return "";
        }

        Demand(PhoneAgreed, nameof(PhoneAgreed), "referrals.fault.phoneAgreed");
        switch (TypedPhone.Of(typed))
        {
            case TypedPhone.Read read: return read.Number.E164;
            case TypedPhone.Wrong wrong: Demand(false, nameof(Phone), wrong.Words); return "";
            default: throw new System.Diagnostics.UnreachableException();
        }
    }
}
