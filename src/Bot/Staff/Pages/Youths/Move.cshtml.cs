using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Youths;

/// <summary>What staff can do about one youth besides talking: move them to another site, ask them to be an ambassador, note that MDT is finished.</summary>
public sealed class MoveModel(YouthSearch youths, ReferralStore referrals, MySites sites, YouthActs acts) : StaffPage
{
    const int LongestNote = 1000;

    public FoundYouth Youth { get; private set; } = null!;

    public IReadOnlyList<Handover> Handovers { get; private set; } = [];

    public IReadOnlyDictionary<SiteId, string> Names { get; private set; } = new Dictionary<SiteId, string>();

    public IReadOnlyList<Site> Elsewhere { get; private set; } = [];

    public bool MayDecide => Who.Is(StaffRole.Coach, StaffRole.Coordinator);

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Of the form as it was opened: two taps are one act.</summary>
    [BindProperty]
    public string? Once { get; set; }

    public async Task<IActionResult> OnGet(long youth)
    {
        if (!await Found(youth)) return NotHere();
        await Audit("youths.opened", Youth.Youth, Youth.Site);
        return Page();
    }

    /// <summary>A form without a deed shows how it stands.</summary>
    public Task<IActionResult> OnPost(long youth) => OnGet(youth);

    public async Task<IActionResult> OnPostMove(long youth)
    {
        if (!await Found(youth)) return NotHere();
        var note = (Note ?? "").Trim();
        var to = Elsewhere.FirstOrDefault(s => s.Id.Value == To);
        Demand(to is not null, nameof(To), "youths.fault.site");
        Demand(note.Length <= LongestNote, nameof(Note), "youths.fault.note");
        if (!ModelState.IsValid) return Page();
        await Happen(new Inbound.StaffMoved(to!.Id, Me.Name, note));
        await Audit("youths.moved", Youth.Youth, Youth.Site, to.Id.Value);
        Say("youths.said.moved");
        // Whoever works at the old site only sees the youth no longer.
        return Redirect(Who.MaySee(to.Id) ? $"/staff/youths/{youth}/move" : "/staff");
    }

    public Task<IActionResult> OnPostAmbassador(long youth) => Act(youth, new Inbound.MadeAmbassador(Me.Name), "ambassador");

    public Task<IActionResult> OnPostCompleted(long youth) => Act(youth, new Inbound.ProgrammeCompleted(), "completed");

    async Task<IActionResult> Act(long youth, Inbound act, string name)
    {
        if (!await Found(youth)) return NotHere();
        if (!MayDecide) return Forbid();
        await Happen(act);
        await Audit("youths." + name, Youth.Youth, Youth.Site);
        Say("youths.said." + name);
        return Redirect($"/staff/youths/{youth}/move");
    }

    Task Happen(Inbound act)
    {
        var once = Once is { Length: > 0 and <= 40 } ? Once : FreshCode.New();
        return acts.Do(Youth.Youth, $"{act.GetType().Name}:{Youth.Youth.Value}:{once}", act, Stop);
    }

    async Task<bool> Found(long id)
    {
        if (await youths.Find(new YouthId(id), Stop) is not { } youth || !Who.MaySee(youth.Site)) return false;
        Youth = youth;
        Handovers = await referrals.Handovers(youth.Youth, Stop);
        var everywhere = await sites.Everywhere(Stop);
        Names = everywhere.ToDictionary(s => s.Id, s => s.Name);
        Elsewhere = [.. everywhere.Where(s => s.Id != youth.Site)];
        return true;
    }
}
