using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>A seat whose youth did not answer the reminder.</summary>
public sealed record RiskLine(YouthId Youth, SessionId Session, SiteId Site, string FirstName, Instant Starts);

/// <summary>An input that failed too often, of a youth at this site.</summary>
public sealed record AsideLine(long Id, YouthId Youth, SiteId? Site, Instant At, string Error);

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

    const string OfTheirSites = "(@everywhere or y.site in (select r.site from {rows}) or (@unplaced and y.site is null))";

    // The newest only: where templates are missing there may be one for each reminder.
    static readonly Statement<SiteId> ReadUndelivered = new(
        Sites,
        $$"""
        select d.state, d.code, count(*)
          from (select x.message_id, x.state, x.code
                  from delivery x
                 where x.state in ('NeedsTemplate', 'Unknown', 'Failed') and (x.state <> 'Failed' or x.at >= @begins)
                 order by x.at desc
                 limit @max) as d
          join message m on m.id = d.message_id
          join youth y on y.id = m.youth_id
         where {{OfTheirSites}}
         group by d.state, d.code
         order by d.state, d.code
        """);

    static readonly Statement<SiteId> ReadAside = new(
        Sites,
        $$"""
        select i.id, i.youth_id, y.site, i.at, i.error
          from inbox i
          join youth y on y.id = i.youth_id
         where i.state = 'set-aside' and {{OfTheirSites}}
         order by i.id
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

    /// <summary>Messages of these youths that wait for a template, whose fate is unknown, or that failed since; counted by state and code, the newest <paramref name="max"/> of all sites at most.</summary>
    public async Task<IReadOnlyList<(Delivery State, string Code, int Count)>> Undelivered(StaffMember viewer, Instant since, int max, CancellationToken stop)
    {
        var found = new List<(Delivery, string, int)>();
        await database.Read([Seen(ReadUndelivered, viewer, row => found.Add((row.Name<Delivery>(0), row.Text(1), (int)row.Number(2))), ("begins", since), ("max", max))], stop);
        return found;
    }

    /// <summary>Inputs of these youths that failed too often, the oldest first.</summary>
    public async Task<IReadOnlyList<AsideLine>> SetAside(StaffMember viewer, int max, CancellationToken stop)
    {
        var found = new List<AsideLine>();
        await database.Read(
            [
                Seen(
                    ReadAside,
                    viewer,
                    row => found.Add(new AsideLine(row.Number(0), new YouthId(row.Number(1)), row.TextOrNull(2) is { } site ? new SiteId(site) : null, row.Time(3), row.TextOrNull(4) ?? "")),
                    ("max", max)),
            ],
            stop);
        return found;
    }

    static Call Seen(Statement<SiteId> statement, StaffMember viewer, Action<DbDataReader> row, params (string, object?)[] scalars) => statement.With(
        viewer.Sites,
        row,
        [("everywhere", viewer.WorksEverywhere), ("unplaced", viewer.MaySee(null)), .. scalars]);

    /// <summary>Wishes that at least five had in the same words, the most wished first.</summary>
    public async Task<IReadOnlyList<(SiteId Site, string Words, int Count)>> CommonWishes(IReadOnlyList<SiteId> sites, int max, CancellationToken stop)
    {
        var found = new List<(SiteId, string, int)>();
        if (sites.Count > 0) await database.Read([ReadWishes.With(sites, row => found.Add((new SiteId(row.Text(0)), row.Text(1), (int)row.Number(2))), ("max", max))], stop);
        return found;
    }
}
