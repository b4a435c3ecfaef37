using MdtChatBot.Storage.Programme;
using MdtChatBot.Storage.Referring;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>Referrals as staff make, read and end them. Once a youth has come, only the youth's turns move one.</summary>
public sealed class ReferralStore(Database database)
{
    /// <summary>Makes the code and the referral that waits for whoever comes with it.</summary>
    public async Task<ReferralId> Refer(NewReferral referral, Instant now, CancellationToken stop)
    {
        var code = new EntryCode(referral.Code, referral.Site, referral.Language, null) { Kind = EntryCodeKind.Worker, OwnerName = referral.Owner.Name };
        var row = new CodeRow(code) { OwnerStaff = referral.Owner.Id.Value, Languages = [referral.Language], At = now };
        var id = 0L;
        await using var transaction = await database.Begin(stop);
        await transaction.Run([EntryCodeSql.Create([row]), ReferralSql.Insert.With([referral], made => id = made.Number(0), ("now", now))], stop);
        await transaction.Commit([], stop);
        return new ReferralId(id);
    }

    /// <summary>Null where there is none by this id.</summary>
    public async Task<ReferralLine?> Find(ReferralId referral, Instant now, CancellationToken stop) =>
        await database.List(ReferralSql.ById, ReferralSql.Line, stop, ("id", referral.Value), ("now", now)) is [var one] ? one : null;

    /// <summary>The newest of this worker.</summary>
    public async Task<IReadOnlyList<ReferralLine>> Of(StaffId owner, int max, Instant now, CancellationToken stop) =>
        await database.List(ReferralSql.OfOwner, ReferralSql.Line, stop, ("owner", owner.Value), ("max", max), ("now", now));

    /// <summary>The newest of a site, whoever sent them.</summary>
    public async Task<IReadOnlyList<ReferralLine>> At(SiteId site, int max, Instant now, CancellationToken stop) =>
        await database.List(ReferralSql.AtSite, ReferralSql.Line, stop, ("site", site.Value), ("max", max), ("now", now));

    /// <summary>Those of this worker with which nothing has happened for three days, the longest first.</summary>
    public async Task<IReadOnlyList<ReferralLine>> BackOf(StaffId owner, int max, Instant now, CancellationToken stop) =>
        Back(await database.List(ReferralSql.QuietOfOwner, ReferralSql.Line, stop, ("owner", owner.Value), ("before", now - ReferralRules.BackAfter), ("max", max), ("now", now)), now);

    /// <summary>The same for all who work for these sites.</summary>
    public async Task<IReadOnlyList<ReferralLine>> BackAt(IReadOnlyList<SiteId> sites, int max, Instant now, CancellationToken stop)
    {
        var found = new List<ReferralLine>();
        if (sites.Count > 0)
            await database.Read([ReferralSql.QuietAtSites.With(sites, row => found.Add(ReferralSql.Line(row)), ("before", now - ReferralRules.BackAfter), ("max", max), ("now", now))], stop);
        return Back(found, now);
    }

    /// <summary>Its owner looked after it: it comes back in three days. False where there is none, or it is over.</summary>
    public Task<bool> Look(ReferralId referral, Instant now, CancellationToken stop) =>
        Changes(ReferralSql.Look.With(("id", referral.Value), ("now", now)), stop);

    /// <summary>Ends one that nobody has come with. False where somebody has meanwhile: then it is the youth's turn that ends it.</summary>
    public Task<bool> Close(ReferralId referral, ReferralReason reason, Instant now, CancellationToken stop) =>
        Changes(ReferralSql.Close.With(("id", referral.Value), ("reason", reason.ToString()), ("now", now)), stop);

    /// <summary>Those with a number whose youth has not been written to, the oldest first.</summary>
    public async Task<IReadOnlyList<NumberedReferral>> WithNumber(int max, CancellationToken stop) => await database.List(
        ReferralSql.WithNumber, row => new NumberedReferral(new ReferralId(row.Number(0)), row.Text(1), new Language(row.Text(2)), row.Text(3)), stop, ("max", max));

    /// <summary>Ends those that nobody came with in thirty days, with all that was written down. Returns how many.</summary>
    public async Task<int> LapseUnseen(Instant now, CancellationToken stop)
    {
        var lapse = ReferralSql.LapseUnseen.With(("before", now - ReferralRules.LapsesAfter), ("now", now));
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([lapse], stop);
        return lapse.Changed;
    }

    /// <summary>What moves passed on about this youth, the newest first.</summary>
    public async Task<IReadOnlyList<Handover>> Handovers(YouthId youth, CancellationToken stop) =>
        await database.List(ReferralSql.Handovers, ReferralSql.Handover, stop, ("youth", youth.Value));

    static IReadOnlyList<ReferralLine> Back(List<ReferralLine> quiet, Instant now) => [.. quiet.Where(r => r.IsBack(now)).OrderBy(r => r.LastEvent)];

    async Task<bool> Changes(Call call, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([call], stop);
        return call.Changed == 1;
    }
}
