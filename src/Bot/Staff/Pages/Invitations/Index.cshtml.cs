using MdtChatBot.Bot.Staff.Inviting;
using MdtChatBot.Bot.Staff.Programme;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Bot.Staff.Pages.Invitations;

/// <summary>All rounds of invitations of one's sites, the newest first.</summary>
[StaffOnly(StaffRole.BalieWorker, StaffRole.Coordinator)]
public sealed class IndexModel(MyBroadcasts mine) : StaffPage
{
    Offer _offer = Offer.Empty;

    public IReadOnlyList<Broadcast> Rounds { get; private set; } = [];

    public string TitleOf(Broadcast round) => _offer.Session(round.Plan.Event) is { } to ? $"{L.TitleOf(to, _offer.Projects)}, {L.Moment(to.Starts)}" : L["invitations.eventGone"];

    public async Task OnGet()
    {
        Rounds = await mine.All(Stop);
        _offer = await mine.Offer(Stop);
    }
}
