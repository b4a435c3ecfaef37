using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Inviting;
using MdtChatBot.Bot.Staff.Inviting;
using MdtChatBot.Bot.Staff.Numbers;
using MdtChatBot.Bot.Staff.Programme;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Numbers;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Pages.Invitations;

/// <summary>One round: whom it would reach and how it reads, until it is sent; then how it goes, and the brake.</summary>
[StaffOnly(StaffRole.BalieWorker, StaffRole.Coordinator)]
public sealed class OneModel(MyBroadcasts mine, BroadcastStore broadcasts, BroadcastWorker worker, InvitationPreview preview, TestInvitation test, Catalogue texts) : StaffPage
{
    /// <summary>Why somebody may not be invited, as far as it is known beforehand.</summary>
    public static readonly IReadOnlyList<Exclusion> Reasons = [.. Enum.GetValues<Exclusion>().Where(e => e < Exclusion.EventFull)];

    Offer _offer = Offer.Empty;
    TrialSession? _to;

    public Broadcast Round { get; private set; } = null!;

    public bool IsBegun => Round.BegunAt is not null || Round.State is BroadcastState.Cancelled;

    public string Title => _to is null ? L["invitations.eventGone"] : $"{L.TitleOf(_to, _offer.Projects)}, {L.Moment(_to.Starts)}, {_to.Place}";

    /// <summary>Null where the event is gone.</summary>
    public AudienceCount? Count { get; private set; }

    public IReadOnlyList<PreviewedInvitation> Previews { get; private set; } = [];

    public bool MayTest { get; private set; }

    public bool IsMine => Round.Planner == Me.Id;

    public bool NeedsSecond => Count is { } count && InvitationRules.NeedsSecond(count.Recipients);

    public Instant Begins => mine.Begins(Round.Plan);

    public Instant Ends => mine.Ends(Count?.Recipients ?? 0, Begins);

    public string? Cost => mine.Cost(Count?.Recipients ?? 0, L.Language);

    /// <summary>Rounded, and not told where fewer than five: each number by itself (ADR 13).</summary>
    public IEnumerable<(string Language, int? Number)> ByLanguage =>
        (Count?.Invited ?? new Dictionary<string, int>()).OrderByDescending(l => l.Value).Select(l => (l.Key.Length > 0 ? l.Key : "none", SmallCounts.Told(l.Value)));

    public IEnumerable<(string Name, int Number)> Figures =>
    [
        ("queued", Round.Tally.Queued), ("onTheWay", Round.Tally.OnTheWay), ("waiting", Round.Tally.Waiting), ("sent", Round.Tally.Sent), ("delivered", Round.Tally.Delivered),
        ("read", Round.Tally.Read), ("failed", Round.Tally.AllFailed), ("answered", Round.Tally.Answered), ("cancelled", Round.Tally.Cancelled),
    ];

    /// <summary>By reason, in plain words.</summary>
    public IReadOnlyDictionary<string, int> Failures => Round.Tally.Failed
        .GroupBy(f => f.Key is "technical" or "expired" ? "invitations.why." + f.Key : WhyUndelivered.Of(Delivery.Failed, f.Key))
        .ToDictionary(g => g.Key, g => g.Sum(f => f.Value));

    public string WhyStopped => Round.Reason is "failures" ? L["invitations.why.failures"] : L["invitations.why.complaint", ("code", Arg.Of(Round.Reason))];

    public int Retryable => Round.Tally.Failed.Where(f => TwilioErrors.MayBeTriedAgain(f.Key)).Sum(f => f.Value);

    public bool MayRetry => Retryable > 0 && (Round.State is BroadcastState.Running || May(BroadcastAct.Retry));

    public bool May(BroadcastAct act) => BroadcastRules.After(Round.State, act) is not null;

    public async Task<IActionResult> OnGet(long id)
    {
        if (!await Found(id)) return NotHere();
        if (!IsBegun && _to?.Event is { } happening)
        {
            Count = await mine.Count(Round.Plan, happening, Stop);
            Previews = preview.In(texts.Languages, Round.Plan, _offer);
            MayTest = test.IsOn && await test.HasNumber(Me.Id, Stop);
        }

        return Page();
    }

    /// <summary>A form without a deed shows how it stands.</summary>
    public Task<IActionResult> OnPost(long id) => OnGet(id);

    public async Task<IActionResult> OnPostSend(long id)
    {
        if (!await Found(id) || _to?.Event is not { } happening) return NotHere();
        var count = await mine.Count(Round.Plan, happening, Stop);
        if (count.Recipients == 0) return Done("invitations.said.nobody");
        return await Do(BroadcastAct.Send, InvitationRules.NeedsSecond(count.Recipients));
    }

    public Task<IActionResult> OnPostApprove(long id) => Do(id, BroadcastAct.Approve);

    public Task<IActionResult> OnPostSendBack(long id) => Do(id, BroadcastAct.SendBack);

    public Task<IActionResult> OnPostPause(long id) => Do(id, BroadcastAct.Pause);

    public Task<IActionResult> OnPostResume(long id) => Do(id, BroadcastAct.Resume);

    public Task<IActionResult> OnPostCancel(long id) => Do(id, BroadcastAct.Cancel);

    public async Task<IActionResult> OnPostRetry(long id)
    {
        if (!await Found(id)) return NotHere();
        var again = await broadcasts.Retry(Round.Id, [.. Round.Tally.Failed.Keys.Where(TwilioErrors.MayBeTriedAgain)], Me, Now, Stop);
        if (again == 0) return Done("invitations.said.changed");
        await Audit("invitations.retry", site: Round.Plan.Site, detail: $"{id} · {again}");
        worker.Tell();
        return Done("invitations.said.retried", ("count", Arg.Of(again)));
    }

    public async Task<IActionResult> OnPostTest(long id, string language)
    {
        if (!await Found(id)) return NotHere();
        var one = texts.Languages.Any(l => l.Code == language) ? preview.Of(new Language(language), Round.Plan, _offer) : null;
        var sent = one is not null && await test.Send(Me.Id, one, Stop);
        if (sent) await Audit("invitations.tested", site: Round.Plan.Site, detail: $"{id}");
        return Done(sent ? "invitations.said.tested" : "invitations.said.notTested");
    }

    async Task<IActionResult> Do(long id, BroadcastAct act) => await Found(id) ? await Do(act) : NotHere();

    async Task<IActionResult> Do(BroadcastAct act, bool needsSecond = false)
    {
        var done = await broadcasts.Do(Round.Id, act, Me, Now, Stop, needsSecond);
        if (done) await Audit("invitations." + char.ToLowerInvariant(act.ToString()[0]) + act.ToString()[1..], site: Round.Plan.Site, detail: $"{Round.Id.Value}");
        worker.Tell();
        return Done(done ? "invitations.said." + act : act is BroadcastAct.Approve && IsMine ? "invitations.said.own" : "invitations.said.changed");
    }

    IActionResult Done(string said, params (string Name, Arg Value)[] args)
    {
        Say(said, args);
        return Redirect($"/staff/invitations/{Round.Id.Value}");
    }

    async Task<bool> Found(long id)
    {
        if (await mine.Find(id, Stop) is not { } found) return false;
        Round = found;
        _offer = await mine.Offer(Stop);
        _to = _offer.Session(found.Plan.Event);
        return true;
    }
}
