using System.Data.Common;
using MdtChatBot.Storage.Inviting;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Staffing;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>Rounds of invitations as staff plan, approve and halt them. What each youth hears is decided in a turn of theirs, like everything else.</summary>
public sealed class BroadcastStore(Database database)
{
    /// <summary>A new draft.</summary>
    public async Task<BroadcastId> Plan(BroadcastPlan plan, StaffMember by, Instant now, CancellationToken stop)
    {
        var id = 0L;
        await Commit([BroadcastSql.Add.With([(plan, default)], row => id = row.Number(0), ("staff", by.Id.Value), ("name", by.Name), ("now", now)), Raise()], stop);
        return new BroadcastId(id);
    }

    /// <summary>False where it is no draft any more, or somebody changed it meanwhile.</summary>
    public async Task<bool> Change(BroadcastId id, BroadcastPlan plan, StaffMember by, long version, CancellationToken stop)
    {
        var change = BroadcastSql.Change.With([(plan, id)], ("staff", by.Id.Value), ("name", by.Name), ("step", version));
        await Commit([change, Raise()], stop);
        return change.Changed == 1;
    }

    public async Task<Broadcast?> Find(BroadcastId id, CancellationToken stop) =>
        await database.List(BroadcastSql.ById, BroadcastSql.Read, stop, ("id", id.Value)) is [var one] ? one : null;

    /// <summary>The newest of these sites.</summary>
    public async Task<IReadOnlyList<Broadcast>> Of(IReadOnlyList<SiteId> sites, int max, CancellationToken stop)
    {
        var found = new List<Broadcast>();
        if (sites.Count > 0) await database.Read([BroadcastSql.OfSites.With(sites, row => found.Add(BroadcastSql.Read(row)), ("max", max))], stop);
        return found;
    }

    /// <summary>What an audience comes to now.</summary>
    public async Task<AudienceCount> Count(AudienceQuery query, CancellationToken stop)
    {
        var (invited, leftOut) = (new Dictionary<string, int>(), new Dictionary<Exclusion, int>());
        void Add(DbDataReader row)
        {
            if (row.TextOrNull(0) is not { } why) invited[row.Text(1)] = invited.GetValueOrDefault(row.Text(1)) + (int)row.Number(2);
            else leftOut[Enum.Parse<Exclusion>(why)] = leftOut.GetValueOrDefault(Enum.Parse<Exclusion>(why)) + (int)row.Number(2);
        }

        await database.Read([.. query.Audience.Sites.Distinct().Select(site => AudienceSql.Count.With(Add, AudienceSql.Parameters(query, site)))], stop);
        return new AudienceCount(invited, leftOut);
    }

    /// <summary>Those whose time has come.</summary>
    public async Task<IReadOnlyList<BroadcastId>> ToBegin(Instant now, CancellationToken stop) =>
        await database.List(BroadcastSql.ToBegin, row => new BroadcastId(row.Number(0)), stop, ("now", now));

    /// <summary>
    /// Resolves the audience and queues its recipients, in one transaction with the start: a row for each, before anything is said.
    /// Where there are too many for one person alone and no second has approved, it waits for one instead. Returns how many; null where it was not to begin.
    /// </summary>
    public async Task<int?> Begin(BroadcastId id, AudienceQuery query, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        if (await Locked(transaction, id, stop) is not { State: BroadcastState.Scheduled } broadcast) return null;
        var queue = query.Audience.Sites.Distinct().Select(site => AudienceSql.Queue.With([("id", (object?)id.Value), .. AudienceSql.Parameters(query, site)])).ToList();
        await transaction.Run(queue, stop);
        var recipients = queue.Sum(q => q.Changed);
        if (broadcast.Approver is null && InvitationRules.NeedsSecond(recipients)) return await WaitForSecond(transaction, broadcast, query.Now, stop);
        await transaction.Commit([BroadcastSql.MoveTo(broadcast.Id, BroadcastState.Running, BroadcastAct.Begin, null, query.Now), Raise()], stop);
        return recipients;
    }

    /// <summary>What staff do with a round. False where it is not possible as it stands now.</summary>
    /// <param name="needsSecond">A second person must approve, and has not.</param>
    public async Task<bool> Do(BroadcastId id, BroadcastAct act, StaffMember? by, Instant now, CancellationToken stop, bool needsSecond = false, string reason = "")
    {
        await using var transaction = await database.Begin(stop);
        if (await Locked(transaction, id, stop) is not { } broadcast) return false;
        if (BroadcastRules.After(broadcast.State, act, needsSecond) is not { } next) return false;
        // Nobody approves what is their own.
        if (act is BroadcastAct.Approve && (by is null || by.Id == broadcast.Planner)) return false;
        if (act is BroadcastAct.Pause or BroadcastAct.Stop or BroadcastAct.Cancel) await Withdraw(transaction, id, stop);
        await transaction.Commit(
            [
                BroadcastSql.MoveTo(id, next, act, by, now, reason),
                .. act is BroadcastAct.Cancel ? [RecipientSql.Cancel.With(("id", id.Value))] : Array.Empty<Call>(),
                Raise(),
            ],
            stop);
        return true;
    }

    /// <summary>Queues those again that failed with one of these codes. Returns how many.</summary>
    public async Task<int> Retry(BroadcastId id, IReadOnlyList<string> codes, StaffMember by, Instant now, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        if (codes.Count == 0 || await Locked(transaction, id, stop) is not { } broadcast) return 0;
        var retry = RecipientSql.Retry.With(codes, ("id", id.Value));
        await transaction.Run(retry, stop);
        if (retry.Changed == 0) return 0;
        var next = BroadcastRules.After(broadcast.State, BroadcastAct.Retry);
        if (next is null && broadcast.State is not BroadcastState.Running) return 0;
        await transaction.Commit([BroadcastSql.MoveTo(id, BroadcastState.Running, BroadcastAct.Retry, by, now), Raise()], stop);
        return retry.Changed;
    }

    /// <summary>Messages of halted rounds that came back into the queue afterwards leave it again.</summary>
    public async Task WithdrawHalted(CancellationToken stop)
    {
        var halted = await database.List(RecipientSql.Halted, row => new BroadcastId(row.Number(0)), stop);
        foreach (var id in halted)
        {
            await using var transaction = await database.Begin(stop);
            if (await Locked(transaction, id, stop) is not { State: BroadcastState.Paused or BroadcastState.Stopped or BroadcastState.Cancelled } broadcast) continue;
            await Withdraw(transaction, id, stop);
            await transaction.Commit(broadcast.State is BroadcastState.Cancelled ? [RecipientSql.Cancel.With(("id", id.Value))] : [], stop);
        }
    }

    async Task<int?> WaitForSecond(Transaction full, Broadcast broadcast, Instant now, CancellationToken stop)
    {
        await full.DisposeAsync();
        await Do(broadcast.Id, BroadcastAct.Begin, null, now, stop, needsSecond: true);
        return null;
    }

    static async Task Withdraw(Transaction transaction, BroadcastId id, CancellationToken stop)
    {
        var withdrawn = new List<long>();
        await transaction.Run(RecipientSql.Withdraw.With(row => withdrawn.Add(row.Number(0)), ("id", id.Value)), stop);
        if (withdrawn.Count == 0) return;
        await transaction.Run([RecipientSql.TakeBack.With(withdrawn), RecipientSql.Undeliver.With(withdrawn), RecipientSql.Unsay.With(withdrawn)], stop);
    }

    static async Task<Broadcast?> Locked(Transaction transaction, BroadcastId id, CancellationToken stop)
    {
        Broadcast? found = null;
        await transaction.Run(BroadcastSql.Lock.With(row => found = BroadcastSql.Read(row), ("id", id.Value)), stop);
        return found;
    }

    static Call Raise() => TopicSql.Changed(LiveTopics.Invitations);

    async Task Commit(IReadOnlyList<Call> calls, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit(calls, stop);
    }
}
