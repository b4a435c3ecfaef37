using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Staffing;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>
/// Who did what, when: every opening of a youth's file and every change by staff. Added to and read, never altered.
/// </summary>
public sealed class AuditTrail(Database database)
{
    /// <param name="entry">Its detail holds no name, number or words of a youth: those must be erasable, and this is not.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task Write(AuditEntry entry, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([AuditSql.Write.With([entry])], stop);
    }

    /// <summary>The newest first, so many at most.</summary>
    public async Task<IReadOnlyList<AuditLine>> Read(AuditQuestion question, int max, int skip, CancellationToken stop)
    {
        var lines = new List<AuditLine>();
        var call = AuditSql.Find.With(
            question.Sites ?? [],
            row => lines.Add(AuditSql.Line(row)),
            ("begins", question.From),
            ("ends", question.To),
            ("staff", question.Staff?.Value ?? 0),
            ("act", question.Act),
            ("everywhere", question.Sites is null),
            ("max", max),
            ("skip", skip));
        await database.Read([call], stop);
        return lines;
    }

    /// <summary>Forgets what is older than this. Not younger than two years: the database refuses that, and then nothing is forgotten.</summary>
    public async Task Forget(Instant before, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([AuditSql.Forget.With(("before", before))], stop);
    }

    /// <summary>Which acts there were since then, for a list to choose from.</summary>
    public async Task<IReadOnlyList<string>> Acts(Instant from, CancellationToken stop) =>
        await database.List(AuditSql.Acts, row => row.Text(0), stop, ("begins", from));
}

/// <summary>Which lines of the trail somebody wants to read, and may.</summary>
public sealed record AuditQuestion
{
    /// <summary>From this moment …</summary>
    public required Instant From { get; init; }

    /// <summary>… until just before this one.</summary>
    public required Instant To { get; init; }

    /// <summary>Only what this person did; null for everybody.</summary>
    public StaffId? Staff { get; init; }

    /// <summary>Only this act; empty for all.</summary>
    public string Act { get; init; } = "";

    /// <summary>Only what belongs to these sites; null for everything, also what belongs to no site.</summary>
    public IReadOnlyList<SiteId>? Sites { get; init; }
}

/// <summary>Something that staff did.</summary>
/// <param name="Staff">Null where nobody was signed in: a failed attempt.</param>
/// <param name="Act">A name such as <c>youth.opened</c>; its words are <c>youth.acts.opened</c> of the staff texts.</param>
/// <param name="Youth">Whom it was about, if it was about a youth.</param>
/// <param name="Site">The site it belongs to: its coordinators may read the line. Null: Admins only.</param>
/// <param name="Detail">What else there is to know, without personal data of a youth; often empty.</param>
/// <param name="At">When.</param>
public sealed record AuditEntry(StaffId? Staff, string Act, YouthId? Youth, SiteId? Site, string Detail, Instant At);

/// <summary>A line of the trail, with the name that the person had then.</summary>
public sealed record AuditLine(long Id, Instant At, StaffId? Staff, string StaffName, string Act, YouthId? Youth, SiteId? Site, string Detail);
