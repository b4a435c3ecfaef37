using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Referring;

/// <summary>Referrals with which nothing has happened, for who looks: their own and those of sites without a balie that they stand in for; for a coordinator those of their sites.</summary>
public sealed class BackOnList(ReferralStore referrals, MySites sites, StaffUser who, IClock clock)
{
    /// <summary>How long lists are at most.</summary>
    public const int Longest = 100;

    public async Task<IReadOnlyList<ReferralLine>> All(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var standsIn = await sites.StandsInFor(stop);
        if (who.Is(StaffRole.Coordinator)) return await At([.. (await sites.All(stop)).Select(s => s.Id), .. standsIn], stop);
        var mine = await referrals.BackOf(who.Id, Longest, now, stop);
        return standsIn.Count == 0 ? mine : [.. mine.Concat(await At(standsIn, stop)).DistinctBy(r => r.Id).OrderBy(r => r.LastEvent).Take(Longest)];
    }

    public Task<IReadOnlyList<ReferralLine>> At(IReadOnlyList<SiteId> these, CancellationToken stop) =>
        referrals.BackAt([.. these.Distinct()], Longest, clock.GetCurrentInstant(), stop);
}
