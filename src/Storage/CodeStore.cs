using System.Data.Common;
using MdtChatBot.Storage.Programme;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>An entry code as staff print and list it.</summary>
/// <param name="Code">With <see cref="EntryCode.Language"/> set where its poster is in one language.</param>
/// <param name="Label">What staff call it (“Kick-off 12 December”); may be empty.</param>
/// <param name="Owner">Whose card it is; null where it is nobody's.</param>
/// <param name="Languages">Of its poster; empty where none were chosen yet.</param>
public sealed record CodeLine(EntryCode Code, string Label, StaffId? Owner, IReadOnlyList<Language> Languages);

/// <summary>The codes on posters, cards and links of sites, workers and events.</summary>
public sealed class CodeStore(Database database)
{
    const string Columns = "c.code, c.site, c.language, c.kind, c.owner_name, c.label, c.owner_staff, c.languages";

    // Friends and ambassadors give theirs out themselves; one made for one youth is its referral's, and has no label.
    const string IsPrinted = "(c.kind in ('Site', 'Event') or c.label <> '')";

    static readonly Statement<SiteId> ReadAt = new(
        new Rows<SiteId>().Text("site", s => s.Value),
        $$"""
        select {{Columns}}
          from {rows}
          join entry_code c on c.site = r.site
         where {{IsPrinted}}
         order by c.site, c.kind, c.code
        """);

    static readonly Statement ReadOne = new($"select {Columns} from entry_code c where c.code = @code");

    /// <summary>The printed codes of these sites.</summary>
    public async Task<IReadOnlyList<CodeLine>> At(IReadOnlyList<SiteId> sites, CancellationToken stop)
    {
        var found = new List<CodeLine>();
        if (sites.Count > 0) await database.Read([ReadAt.With(sites, row => found.Add(Read(row)))], stop);
        return found;
    }

    /// <param name="code">In any case, without prefix.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task<CodeLine?> Find(string code, CancellationToken stop) =>
        await database.List(ReadOne, Read, stop, ("code", code.ToUpperInvariant())) is [var one] ? one : null;

    public async Task Add(CodeLine code, Instant now, CancellationToken stop)
    {
        var row = new CodeRow(code.Code) { Label = code.Label, OwnerStaff = code.Owner?.Value, Languages = code.Languages, At = now };
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([EntryCodeSql.Create([row])], stop);
    }

    static CodeLine Read(DbDataReader row)
    {
        var code = new EntryCode(
            row.Text(0),
            row.TextOrNull(1) is { } site ? new SiteId(site) : null,
            row.TextOrNull(2) is { } language ? new Language(language) : null,
            null)
        {
            Kind = row.Name<EntryCodeKind>(3),
            OwnerName = row.Text(4),
        };
        return new CodeLine(
            code,
            row.Text(5),
            row.NumberOrNull(6) is { } owner ? new StaffId(owner) : null,
            [.. row.Text(7).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(l => new Language(l))]);
    }
}
