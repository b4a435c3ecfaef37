using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Workflow.Numbers;

/// <summary>What youth of a site like beside the seats that are to come there.</summary>
/// <param name="Liked">Youths who chose it.</param>
/// <param name="Seats">Of sessions at this site that are to come and have this interest.</param>
public sealed record Demand(SiteId Site, Interest Interest, int Liked, int Seats)
{
    /// <summary>Enough youth would like it, and there is nothing.</summary>
    public bool IsWhiteSpot => Liked >= SmallCounts.Fewest && Seats == 0;

    /// <summary>For each site and interest that somebody likes or that is on offer, most liked first.</summary>
    /// <param name="liked">How many chose each interest, by site.</param>
    public static IReadOnlyList<Demand> At(IReadOnlyList<SiteId> sites, IReadOnlyDictionary<(SiteId Site, Interest Interest), int> liked, Offer offer, Instant now)
    {
        var seats =
            from session in offer.Trials
            where !session.Cancelled && session.Starts > now
            from interest in offer.ProjectOf(session)!.Interests
            group session.SeatsLeft by (session.Site, interest) into here
            select (here.Key, Seats: here.Sum());
        var left = seats.ToDictionary(s => s.Key, s => s.Seats);
        return
        [
            .. from site in sites
               from interest in Enum.GetValues<Interest>()
               let demand = new Demand(site, interest, liked.GetValueOrDefault((site, interest)), left.GetValueOrDefault((site, interest)))
               where demand.Liked > 0 || demand.Seats > 0
               orderby demand.Liked descending
               select demand,
        ];
    }
}
