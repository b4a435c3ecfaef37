using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Referrals;

/// <summary>One referral: its QR code until somebody comes, how far it is, and what its owner can do.</summary>
public sealed class OneModel(ReferralStore referrals, MySites sites, EntryLinks links, InboxWriter inbox, StaffEvents events) : StaffPage
{
    /// <summary>What a worker can choose; the others come by themselves.</summary>
    public static readonly IReadOnlyList<ReferralReason> Reasons =
        [ReferralReason.DoesNotWant, ReferralReason.DoesSomethingElse, ReferralReason.MovedAway, ReferralReason.NotTheAge, ReferralReason.Mistake];

    public ReferralLine Line { get; private set; } = null!;

    public string Link => links.Link(Line.Code);

    public bool IsWaiting => Line.Status is ReferralStatus.Sent;

    public bool MayEnd => Line.Code.Length > 0 && Line.Status < ReferralStatus.Attended;

    public bool IsBack => Line.IsBack(Now);

    [BindProperty]
    public ReferralReason Reason { get; set; }

    public async Task<IActionResult> OnGet(long id) => await Found(id) ? Page() : NotHere();

    /// <summary>A form without a deed shows how it stands.</summary>
    public Task<IActionResult> OnPost(long id) => OnGet(id);

    public async Task<IActionResult> OnPostLooked(long id)
    {
        if (!await Found(id)) return NotHere();
        var noted = await referrals.Look(Line.Id, Now, Stop);
        if (noted) await Audit("referrals.looked", Line.Youth, Line.Site);
        return await Done(noted ? "referrals.said.looked" : "referrals.said.changed");
    }

    public async Task<IActionResult> OnPostEnd(long id)
    {
        if (!await Found(id)) return NotHere();
        if (!Demand(Reasons.Contains(Reason), nameof(Reason), "referrals.fault.reason")) return Page();
        var ended = MayEnd && await End();
        if (ended) await Audit("referrals.ended", Line.Youth, Line.Site);
        return await Done(ended ? "referrals.said.ended" : "referrals.said.changed");
    }

    // Once a youth has come, their own turn ends it: nothing may happen to a youth beside the one path.
    async Task<bool> End()
    {
        if (Line.Youth is not { } youth) return await referrals.Close(Line.Id, Reason, Now, Stop);
        await inbox.Accept(new Addressed(youth, $"referral-closed:{Line.Id.Value}:{Reason}", new Inbound.ReferralClosed(Line.Code, Reason), Now), Stop);
        return true;
    }

    // Its owner, coach and coordinator of the site, and who stands in there; for anybody else there is none.
    async Task<bool> Found(long id)
    {
        if (await referrals.Find(new ReferralId(id), Now, Stop) is not { } line) return false;
        Line = line;
        return line.Owner == Me.Id || (Who.Is(StaffRole.Coach, StaffRole.Coordinator) && Who.MaySee(line.Site))
            || (line.Site is { } site && (await sites.StandsInFor(Stop)).Contains(site));
    }

    async Task<IActionResult> Done(string said)
    {
        Say(said);
        await events.Raise("referrals", Stop);
        return Redirect($"/staff/referrals/{Line.Id.Value}");
    }
}
