using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>A youth as a search finds them.</summary>
public sealed record FoundYouth(YouthId Youth, string FirstName, Language? Language, SiteId? Site, Instant? LastHeard, bool IsAmbassador);

/// <summary>Finds youths of a site by the beginning of their first name, or by their whole number.</summary>
public sealed class YouthSearch(Database database)
{
    const string Columns = """
        y.id, y.first_name, y.language, y.site, y.last_heard,
        exists (select 1 from entry_code c where c.owner_youth = y.id and c.kind = 'Ambassador')
        """;

    static readonly Statement<SiteId> ByName = new(
        new Rows<SiteId>().Text("site", s => s.Value),
        $$"""
        select {{Columns}}
          from {rows}
          join youth y on y.site = r.site and y.name_key >= @from and y.name_key < @to
         order by y.name_key, y.id
         limit @max
        """);

    static readonly Statement ByAddress = new($"""
        select {Columns}
          from address a
          join youth y on y.id = a.youth_id
         where a.channel = 'twilio' and a.value = @address
        """);

    static readonly Statement ById = new($"select {Columns} from youth y where y.id = @id");

    /// <summary>Null where there is no youth by this id.</summary>
    public async Task<FoundYouth?> Find(YouthId youth, CancellationToken stop) => await database.List(ById, Read, stop, ("id", youth.Value)) is [var one] ? one : null;

    /// <summary>By name; nothing for an empty beginning.</summary>
    public async Task<IReadOnlyList<FoundYouth>> Named(string beginning, IReadOnlyList<SiteId> sites, int max, CancellationToken stop)
    {
        var key = NameKey.Of(beginning);
        if (key.Length == 0 || sites.Count == 0) return [];
        var found = new List<FoundYouth>();
        await database.Read([ByName.With(sites, row => found.Add(Read(row)), ("from", key), ("to", NameKey.After(key)), ("max", max))], stop);
        return found;
    }

    /// <param name="number">In E.164.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task<FoundYouth?> WithNumber(string number, CancellationToken stop) =>
        await database.List(ByAddress, Read, stop, ("address", PhoneNumber.WhatsAppPrefix + number)) is [var one] ? one : null;

    static FoundYouth Read(DbDataReader row) => new(
        new YouthId(row.Number(0)),
        row.Text(1),
        row.TextOrNull(2) is { } language ? new Language(language) : null,
        row.TextOrNull(3) is { } site ? new SiteId(site) : null,
        row.TimeOrNull(4),
        row.Flag(5));
}
