using MdtChatBot.Storage;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Pages.Youths;

/// <summary>To somebody else, to later, or back to the bot.</summary>
[StaffOnly(StaffRole.Coach, StaffRole.Coordinator)]
public sealed class HandOverModel(StaffStore staff, Phrasebook book) : YouthPage
{
    static readonly LocalTime Morning = new(9, 0);

    const string ClosingGroup = "closing";

    [BindProperty]
    public long To { get; set; }

    [BindProperty]
    public string Closing { get; set; } = "";

    [BindProperty]
    public string Until { get; set; } = "";

    /// <summary>Who else could have it: who works for the site.</summary>
    public IReadOnlyList<StaffMember> Colleagues { get; private set; } = [];

    /// <summary>Last lines that need nothing filled in.</summary>
    public IEnumerable<CoachSentence> Closings => book.Phrases.Where(p => p.Group == ClosingGroup && p.Blanks.Count == 0);

    public async Task<IActionResult> OnGet() => await Find() && Handoff is not null ? await Shown() : NotHere();

    /// <summary>A form says what it is for.</summary>
    public IActionResult OnPost() => NotHere();

    public async Task<IActionResult> OnPostPass()
    {
        if (!await Find()) return NotHere();
        await FindColleagues();
        var colleague = Colleagues.FirstOrDefault(c => c.Id.Value == To);
        Demand(colleague is not null, nameof(To), "handoffs.faults.colleague");
        if (!IsAsSeen() || !ModelState.IsValid) return await Shown();
        await Happens(new Inbound.HandoffPassed(Me.Name, colleague!.Id), "handoffs.passed", colleague.Name);
        Say("handoffs.passedTo", ("name", Arg.Of(colleague.Name)));
        return ToConversation();
    }

    public async Task<IActionResult> OnPostEnd()
    {
        if (!await Find()) return NotHere();
        if (!IsAsSeen()) return await Shown();
        var closing = Closings.FirstOrDefault(c => c.Key == Closing);
        await Happens(new Inbound.HandoffEnded(Me.Name, closing is null ? null : new Text(closing.Key)), "handoffs.ended");
        Say("handoffs.givenBack", ("name", Arg.Of(Name)));
        return Redirect("/staff/handoffs");
    }

    public async Task<IActionResult> OnPostSnooze()
    {
        if (!await Find()) return NotHere();
        var until = Moment();
        Demand(until is not null && until > Now, nameof(Until), "handoffs.faults.until");
        if (!IsAsSeen() || !ModelState.IsValid) return await Shown();
        await Happens(new Inbound.HandoffSnoozed(until), "handoffs.snoozed");
        Say("handoffs.snoozedUntil", ("moment", Arg.Of(L.Moment(until!.Value))));
        return Redirect("/staff/handoffs");
    }

    Instant? Moment() => Until switch
    {
        "hour" => Now + Duration.FromHours(1),
        "tomorrow" => At(Today.PlusDays(1)),
        "week" => At(Today.PlusDays(7)),
        _ => null,
    };

    LocalDate Today => Now.InZone(StaffTexts.Zone).Date;

    static Instant At(LocalDate day) => day.At(Morning).InZoneLeniently(StaffTexts.Zone).ToInstant();

    async Task<PageResult> Shown()
    {
        if (Colleagues.Count == 0) await FindColleagues();
        return Page();
    }

    async Task FindColleagues() => Colleagues =
    [
        .. (await staff.All(Stop)).Where(m => m.Role is StaffRole.Coach or StaffRole.Coordinator && m.Id != Me.Id && (Conversation.Site is not { } site || m.WorksFor(site))),
    ];
}
