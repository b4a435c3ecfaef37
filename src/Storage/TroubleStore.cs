using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>A seat whose youth did not answer the reminder.</summary>
public sealed record RiskLine(YouthId Youth, SessionId Session, SiteId Site, string FirstName, Instant Starts);

/// <summary>What the start page and the figures look for, at these sites only.</summary>
public sealed class TroubleStore(Database database)
{
    static readonly Statement<SiteId> ReadAtRisk = new(
        Sites,
        """
        select b.youth_id, b.session_id, s.site_id, y.first_name, s.starts
          from {rows}
          join session s on s.site_id = r.site and s.starts >= @begins and s.starts < @ends
          join booking b on b.session_id = s.id and b.at_risk and b.status in ('Booked', 'Confirmed')
          join youth y on y.id = b.youth_id
         order by s.starts, b.youth_id
         limit @max
        """);

    static readonly Statement<SiteId> ReadWishes = new(
        Sites,
        """
        select w.site, w.words, w.count
          from {rows}
          join wish w on w.site = r.site and w.count >= 5
         order by w.count desc, w.site, w.words
         limit @max
        """);

    static Rows<SiteId> Sites => new Rows<SiteId>().Text("site", s => s.Value);

    /// <summary>Seats at risk of sessions that begin in this time, the soonest first.</summary>
    public async Task<IReadOnlyList<RiskLine>> AtRisk(IReadOnlyList<SiteId> sites, Instant from, Instant to, int max, CancellationToken stop)
    {
        var found = new List<RiskLine>();
        if (sites.Count > 0)
            await database.Read(
                [
                    ReadAtRisk.With(
                        sites,
                        row => found.Add(new RiskLine(new YouthId(row.Number(0)), new SessionId(row.Number(1)), new SiteId(row.Text(2)), row.Text(3), row.Time(4))),
                        ("begins", from),
                        ("ends", to),
                        ("max", max)),
                ],
                stop);
        return found;
    }

    /// <summary>Wishes that at least five had in the same words, the most wished first.</summary>
    public async Task<IReadOnlyList<(SiteId Site, string Words, int Count)>> CommonWishes(IReadOnlyList<SiteId> sites, int max, CancellationToken stop)
    {
        var found = new List<(SiteId, string, int)>();
        if (sites.Count > 0) await database.Read([ReadWishes.With(sites, row => found.Add((new SiteId(row.Text(0)), row.Text(1), (int)row.Number(2))), ("max", max))], stop);
        return found;
    }
}
