using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;

namespace MdtChatBot.Storage.Staffing;

/// <summary>What was not understood, as staff see it: the lines of their sites, and those that were heard at several.</summary>
static class MisunderstoodSql
{
    const string Columns = "m.id, m.language, m.words, m.site, m.count, m.best, m.best_percent, m.second, m.second_percent, m.label";

    const string OfTheirSites = "(@everywhere or site = '*' or site in (select r.site from {rows}) or (@unplaced and site = ''))";

    public static readonly Statement<SiteId> Waiting = new(
        Sites,
        $$"""
        select {{Columns}}
          from misunderstood m
         where m.label = '' and (@language = '' or m.language = @language) and {{OfTheirSites}}
         order by m.count desc, m.id
         limit @max
        """);

    public static readonly Statement<SiteId> Labelled = new(
        Sites,
        $$"""
        select {{Columns}}
          from misunderstood m
         where m.label <> '' and (@language = '' or m.language = @language) and {{OfTheirSites}}
         order by m.language, m.id
         limit @max
        """);

    public static readonly Statement AllLabelled = new($"select {Columns} from misunderstood m where m.label <> '' order by m.language, m.id");

    public static readonly Statement<SiteId> Label = new(
        Sites,
        $$"""
        update misunderstood
           set label = @label
         where id = @id and {{OfTheirSites}}
        returning language, site
        """);

    public static readonly Statement<SiteId> Remove = new(
        Sites,
        $$"""
        delete from misunderstood
         where id = @id and {{OfTheirSites}}
        returning language, site
        """);

    public static readonly Statement ForgetOld = new("delete from misunderstood where day < @day");

    public static readonly Statement ForgetMany = new("""
        delete from misunderstood
         where id in (select x.id
                        from (select m.id, row_number() over (partition by m.language order by m.day desc, m.id desc) as place
                                from misunderstood m
                               where m.label = '') as x
                       where x.place > @most)
        """);

    static Rows<SiteId> Sites => new Rows<SiteId>().Text("site", s => s.Value);
}
