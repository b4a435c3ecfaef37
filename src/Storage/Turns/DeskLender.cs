using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>Tells the turns that asked who could take a handoff. Read only for them: an ordinary message costs nothing.</summary>
sealed class DeskLender(StaffStore staff, Transaction transaction, ProgrammeStore programme, Instant now)
{
    /// <summary>The same turns with the desk among their facts. Of many in one batch each sees the ones before it served, so that not all go to the same coach.</summary>
    public async Task<IReadOnlyList<ClaimedTurn>> Lend(IReadOnlyList<DecidedTurn> asking, CancellationToken stop)
    {
        var offer = (await programme.Fresh(now, stop)).Offer;
        var desk = await Read(offer, stop);
        var turns = new List<ClaimedTurn>(asking.Count);
        foreach (var one in asking)
        {
            turns.Add(one.Turn with { Facts = one.Turn.Facts with { Desk = desk } });
            if (Expected(desk, one, offer) is { } to) desk = desk.Offered(to, now);
        }

        return turns;
    }

    // An Admin who stands in for a site can be asked as well.
    async Task<HandoffDesk> Read(Workflow.Programme.Offer offer, CancellationToken stop)
    {
        var standIns = offer.Sites.Select(s => s.FallbackOwner).OfType<StaffId>().ToHashSet();
        var members = (await staff.All(stop)).Where(m => m.Role is StaffRole.Coach or StaffRole.Coordinator || standIns.Contains(m.Id)).ToDictionary(m => m.Id, m => new DeskMember(m));
        if (members.Count == 0) return HandoffDesk.Empty;
        await transaction.Run(
            HandoffSql.Loads.With(
                [.. members.Keys],
                row =>
                {
                    var id = new StaffId(row.Number(0));
                    members[id] = members[id] with { Open = (int)row.Number(1), LastOffered = row.TimeOrNull(2) };
                },
                ("now", now)),
            stop);
        return new HandoffDesk([.. members.Values]);
    }

    // By the same rule as the turn itself; near enough also where the turn then asks somebody else.
    StaffId? Expected(HandoffDesk desk, DecidedTurn one, Workflow.Programme.Offer offer)
    {
        var site = offer.Site(one.Decision.Next.Site);
        var zone = site?.Zone ?? Netherlands.Zone;
        var urgency = one.Decision.Effects.OfType<Effect.OpenHandoff>().Select(o => o.Urgency).DefaultIfEmpty().Max();
        var passed = one.Turn.Facts.Handoff is { With: { } last } open ? [.. open.Passed, last] : (IReadOnlyCollection<StaffId>)[];
        return Assignment.For(desk, new HandoffNeed(site, one.Decision.Next.Language, urgency, passed), now, zone).To?.Id;
    }
}
