using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Referrals;

/// <summary>What became of whom I referred; what needs me stands first. A coordinator sees those of a site too.</summary>
public sealed class IndexModel(ReferralStore referrals, BackOnList back, MySites sites) : StaffPage
{
    [FromQuery(Name = "site")]
    public string? Asked { get; set; }

    public bool SeesSites => Who.Is(StaffRole.Coordinator);

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public Site? Site { get; private set; }

    public IReadOnlyList<ReferralLine> Back { get; private set; } = [];

    public IReadOnlyList<ReferralLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        Sites = await sites.All(Stop);
        Site = SeesSites ? Sites.FirstOrDefault(s => s.Id.Value == Asked) : null;
        if (Asked is { Length: > 0 } && Site is null) return NotHere();
        Back = Site is { } one ? await back.At([one.Id], Stop) : await back.All(Stop);
        Lines = Site is { } site ? await referrals.At(site.Id, BackOnList.Longest, Now, Stop) : await referrals.Of(Me.Id, BackOnList.Longest, Now, Stop);
        return Page();
    }
}
