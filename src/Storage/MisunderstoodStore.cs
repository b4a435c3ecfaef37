using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Staffing;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Staffing;
using MdtChatBot.Workflow.Understanding;
using NodaTime;
using NodaTime.Text;

namespace MdtChatBot.Storage;

/// <summary>What the bot did not understand, without the youth, and what staff say it means.</summary>
public sealed class MisunderstoodStore(Database database)
{
    /// <summary>Stands for several sites.</summary>
    public const string ManySites = "*";

    /// <summary>Lines of one language that wait for a label at most: the ones not heard for longest go.</summary>
    public const int MostWaiting = 500;

    /// <summary>How long a line is kept after it was last heard, labelled or not.</summary>
    public static readonly Period Kept = Period.FromDays(90);

    /// <summary>What waits for a label, the most frequent first.</summary>
    public async Task<IReadOnlyList<MisunderstoodLine>> Waiting(StaffMember viewer, Language? language, int max, CancellationToken stop) =>
        await Read(MisunderstoodSql.Waiting, viewer, language, max, stop);

    /// <summary>What staff labelled, and is not gone yet.</summary>
    public async Task<IReadOnlyList<MisunderstoodLine>> Labelled(StaffMember viewer, Language? language, int max, CancellationToken stop) =>
        await Read(MisunderstoodSql.Labelled, viewer, language, max, stop);

    /// <summary>Everything that staff labelled, language by language, in the order it came.</summary>
    public async Task<IReadOnlyList<MisunderstoodLine>> AllLabelled(CancellationToken stop) => await database.List(MisunderstoodSql.AllLabelled, Line, stop);

    /// <summary>Says what a line means, with a row in the audit trail that has none of its words. False where it is not there, or another site's.</summary>
    public Task<bool> Label(long id, Intent intent, StaffMember by, Instant now, CancellationToken stop) =>
        Change(MisunderstoodSql.Label, id, by, "misunderstood.labelled", IntentName.Of(intent), now, stop);

    /// <summary>Throws a line away: there is a name in it, or it is of no use.</summary>
    /// <inheritdoc cref="Label"/>
    public Task<bool> Remove(long id, StaffMember by, Instant now, CancellationToken stop) =>
        Change(MisunderstoodSql.Remove, id, by, "misunderstood.removed", "", now, stop);

    /// <summary>Lets go of what is too old or too much. Returns how much that was.</summary>
    public async Task<int> Forget(Instant now, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        Call[] calls =
        [
            MisunderstoodSql.ForgetOld.With(("day", LocalDatePattern.Iso.Format(now.InUtc().Date - Kept))),
            MisunderstoodSql.ForgetMany.With(("most", MostWaiting)),
        ];
        await transaction.Commit(calls, stop);
        return calls.Sum(c => c.Changed);
    }

    async Task<IReadOnlyList<MisunderstoodLine>> Read(Statement<SiteId> statement, StaffMember viewer, Language? language, int max, CancellationToken stop)
    {
        var found = new List<MisunderstoodLine>();
        await database.Read([Seen(statement, viewer, row => found.Add(Line(row)), ("language", language?.Code ?? ""), ("max", max))], stop);
        return found;
    }

    async Task<bool> Change(Statement<SiteId> statement, long id, StaffMember by, string act, string label, Instant now, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        (string Language, SiteId? Site)? changed = null;
        await transaction.Run(Seen(statement, by, row => changed = (row.Text(0), Site(row.Text(1))), ("id", id), ("label", label)), stop);
        if (changed is not var (language, site)) return false;
        await transaction.Commit([AuditSql.Write.With([new AuditEntry(by.Id, act, null, site, $"{language} {label}".TrimEnd(), now)])], stop);
        return true;
    }

    static Call Seen(Statement<SiteId> statement, StaffMember viewer, Action<DbDataReader> row, params (string, object?)[] scalars) => statement.With(
        viewer.Sites,
        row,
        [("everywhere", viewer.WorksEverywhere), ("unplaced", viewer.MaySee(null)), .. scalars]);

    static MisunderstoodLine Line(DbDataReader row) => new()
    {
        Id = row.Number(0),
        Language = new Language(row.Text(1)),
        Words = row.Text(2),
        Site = Site(row.Text(3)),
        Count = (int)row.Number(4),
        Best = new GuessedIntent(IntentName.Parse(row.Text(5)) ?? Intent.OutOfScope, (int)row.Number(6)),
        Second = IntentName.Parse(row.Text(7)) is { } second ? new GuessedIntent(second, (int)row.Number(8)) : null,
        Label = IntentName.Parse(row.Text(9)),
    };

    static SiteId? Site(string written) => written is "" or ManySites ? null : new SiteId(written);
}

/// <summary>Words that were not understood.</summary>
public sealed record MisunderstoodLine
{
    public required long Id { get; init; }

    public required Language Language { get; init; }

    /// <summary>Masked: without numbers and, as far as it can be known, names.</summary>
    public required string Words { get; init; }

    /// <summary>Null: of no site, or of several.</summary>
    public SiteId? Site { get; init; }

    /// <summary>How often they were heard.</summary>
    public required int Count { get; init; }

    public required GuessedIntent Best { get; init; }

    public GuessedIntent? Second { get; init; }

    /// <summary>What staff say; null while nobody has.</summary>
    public Intent? Label { get; init; }
}

/// <summary>What words were taken for, and how likely.</summary>
public sealed record GuessedIntent(Intent Intent, int Percent);
