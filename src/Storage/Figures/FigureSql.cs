using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Turns;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Numbers;

namespace MdtChatBot.Storage.Figures;

static class FigureSql
{
    /// <summary>Stands for all sites, languages or sources.</summary>
    public const string All = "*";

    /// <summary>Those that a youth can have; empty while none is chosen.</summary>
    public static readonly IReadOnlyList<string> Languages = ["", .. Language.InOrder.Select(l => l.Code)];

    public static readonly IReadOnlyList<string> Sources = Enum.GetNames<EntrySource>();

    /// <summary>What was counted, by what it is about.</summary>
    public static readonly Rows<(FigureKey Key, long Count)> Counts = new Rows<(FigureKey Key, long Count)>()
        .Text("month", r => r.Key.Month)
        .Text("site", r => r.Key.Site)
        .Text("language", r => r.Key.Language)
        .Text("source", r => r.Key.Source)
        .Text("step", r => r.Key.Step)
        .Text("detail", r => r.Key.Detail)
        .Number("count", r => r.Count);

    public static readonly Statement ReadFresh = new("""
        select f.id, f.month, f.site, f.language, f.source, f.step, f.detail, f.count
          from journey_fresh f
         order by f.id
         limit @max {skip-locked f}
        """);

    public static readonly Statement<long> RemoveFresh = new(
        new Rows<long>().Number("id", id => id),
        "delete from journey_fresh where id in (select r.id from {rows})");

    public static readonly Statement<(FigureKey Key, long Count)> Add = new(
        Counts,
        """
        insert into journey_month (language, source, month, site, step, detail, count)
        select r.language, r.source, r.month, r.site, r.step, r.detail, r.count
          from {rows} where true
         order by r.n
            on conflict (language, source, month, site, step, detail) do update set count = journey_month.count + excluded.count
        """);

    const string Columns = "m.site, m.language, m.source, m.step, m.detail, m.count";

    public static readonly Statement<(string Language, string Source)> OfEachSite = new(
        new Rows<(string Language, string Source)>().Text("language", r => r.Language).Text("source", r => r.Source),
        $$"""
        select {{Columns}}
          from {rows}
          join journey_month m on m.language = r.language and m.source = r.source and m.month >= @from and m.month <= @to and m.site <> '*'
        """);

    public static readonly Statement<(string Language, string Source, SiteId Site)> OfSites = new(
        new Rows<(string Language, string Source, SiteId Site)>().Text("language", r => r.Language).Text("source", r => r.Source).Text("site", r => r.Site.Value),
        $$"""
        select {{Columns}}
          from {rows}
          join journey_month m on m.language = r.language and m.source = r.source and m.month >= @from and m.month <= @to and m.site = r.site
        """);

    /// <summary>How many youth of each site have talked with the bot since a month.</summary>
    public static readonly Statement<Language> Talked = new(
        new Rows<Language>().Text("language", l => l.Code),
        """
        select m.site, m.language, sum(m.count)
          from {rows}
          join journey_month m on m.language = r.language and m.source = '*' and m.month >= @from and m.site <> '*' and m.step = 'Talked'
         group by m.site, m.language
        """);

    public static (FigureKey Key, long Count) Fresh(DbDataReader row, List<long> ids)
    {
        ids.Add(row.Number(0));
        return (new FigureKey(row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6)), row.Number(7));
    }

    public static Figure Figure(DbDataReader row, FigureBy by) => new(
        by switch { FigureBy.Site => row.Text(0), FigureBy.Language => row.Text(1), FigureBy.Source => row.Text(2), _ => "" },
        row.Name<CountedStep>(3),
        row.Text(4),
        (int)row.Number(5));

    public static string Order(FigureKey key) => string.Join('\n', key.Language, key.Source, key.Month, key.Site, key.Step, key.Detail);
}
