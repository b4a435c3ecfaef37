using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MdtChatBot.Bot.Staff.Pages.Youths;

/// <summary>Books, moves or cancels a seat for a youth, who hears it in their own language.</summary>
[StaffOnly(StaffRole.Coach, StaffRole.Coordinator)]
public sealed class SeatsModel(YouthFiles files) : YouthPage
{
    const int Most = 40;

    [BindProperty]
    public long Session { get; set; }

    /// <summary>The booking that the new one replaces; 0 for none.</summary>
    [BindProperty]
    public long InsteadOf { get; set; }

    public IReadOnlyList<FileSeat> Seats { get; private set; } = [];

    /// <summary>Sessions to come with a seat left, nearest to the youth first.</summary>
    public IReadOnlyList<TrialSession> Free { get; private set; } = [];

    /// <summary>Without their leave nothing is kept of a youth, so no appointment either.</summary>
    public bool MayBook => Conversation.Consent is Consent.Given;

    public string Place(TrialSession session) => Offer.Site(session.Site)?.Name ?? session.Site.Value;

    public async Task<IActionResult> OnGet()
    {
        if (!await Find()) return NotHere();
        await Load();
        return Page();
    }

    /// <summary>A form says what it is for.</summary>
    public IActionResult OnPost() => NotHere();

    public async Task<IActionResult> OnPostBook()
    {
        if (!await Find()) return NotHere();
        await Load();
        var session = Free.FirstOrDefault(s => s.Id.Value == Session);
        Demand(MayBook, nameof(Session), "handoffs.faults.consent");
        Demand(session is not null, nameof(Session), "handoffs.faults.session");
        if (!IsAsSeen() || !ModelState.IsValid) return Page();
        await Happens(new Inbound.SeatGiven(session!.Id, InsteadOf > 0 ? new SessionId(InsteadOf) : null, Me.Name), "handoffs.booked");
        await Load();
        // Somebody else may have taken the last seat at this moment.
        if (!Seats.Any(s => s.Session == session.Id && s.Status is BookingStatus.Booked or BookingStatus.Confirmed)) return Refused();
        Say("handoffs.bookedFor", ("name", Arg.Of(Name)), ("activity", Arg.Of(Title(session))), ("moment", Arg.Of(L.Moment(session.Starts))));
        return ToConversation();
    }

    public async Task<IActionResult> OnPostCancel()
    {
        if (!await Find()) return NotHere();
        await Load();
        var seat = Seats.FirstOrDefault(s => s.Session.Value == Session && s.IsOpen);
        Demand(seat is not null, nameof(Session), "handoffs.faults.noSeat");
        if (!IsAsSeen() || !ModelState.IsValid) return Page();
        await Happens(new Inbound.SeatWithdrawn(seat!.Session, Me.Name), "handoffs.cancelled");
        Say("handoffs.cancelledFor", ("name", Arg.Of(Name)), ("activity", Arg.Of(Title(seat))));
        return ToConversation();
    }

    PageResult Refused()
    {
        Demand(false, nameof(Session), "handoffs.faults.session");
        return Page();
    }

    async Task Load()
    {
        Seats = await files.Seats(Youth, Stop);
        var taken = Seats.Where(s => s.IsOpen).Select(s => s.Session).ToHashSet();
        Free =
        [
            .. Offer.Trials.Where(s => !s.Cancelled && s.Starts > Now && s.SeatsLeft > 0 && !taken.Contains(s.Id))
                .OrderBy(s => Site is { } site ? Math.Round(site.Position.KilometresTo(s.Position)) : 0).ThenBy(s => s.Starts).Take(Most),
        ];
    }
}
