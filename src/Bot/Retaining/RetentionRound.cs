using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;
using NodaTime.Extensions;

namespace MdtChatBot.Bot.Retaining;

/// <summary>Keeps the promise of the privacy text: who has been silent for so many months is erased, through the same road as everything else; what was written down about youths who never came goes too.</summary>
public sealed class RetentionRound(Retention retention, ReferralStore referrals, MisunderstoodStore misunderstood, AuditTrail trail, InboxWriter inbox, IClock clock, TimeProvider time)
{
    const int AtATime = 200;

    // A month longer than what the database would let go.
    const int TrailMonths = 25;

    static readonly Duration KeysKept = Duration.FromDays(30);

    static readonly Duration NamesKept = Duration.FromDays(30);

    /// <summary>One round; returns how many youths are on their way out. Safe on several nodes: a youth is told once.</summary>
    public async Task<int> Run(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var before = now.InUtc().LocalDateTime.PlusMonths(-PrivacyPromise.MonthsKept).InUtc().ToInstant();
        var silent = await retention.SilentSince(before, now, AtATime, stop);
        await Task.WhenAll(silent.Select(youth => inbox.Accept(new Addressed(youth, $"retention:{youth.Value}", new Inbound.RetentionEnded(), now), stop)));
        await referrals.LapseUnseen(now, stop);
        await retention.ForgetReceived(now - KeysKept, stop);
        await retention.ForgetWalkIns(now - NamesKept, stop);
        await misunderstood.Forget(now, stop);
        // By the real clock: the database refuses to forget anything younger, whatever the time machine says.
        await trail.Forget(time.GetCurrentInstant().InUtc().LocalDateTime.PlusMonths(-TrailMonths).InUtc().ToInstant(), stop);
        return silent.Count;
    }
}
