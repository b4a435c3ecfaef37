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

    /// <summary>The newest first, at most <paramref name="max"/>, before a line seen already.</summary>
    /// <param name="of">Only what this person did; null for everybody.</param>
    /// <param name="from">From this moment …</param>
    /// <param name="to">… until just before this one.</param>
    /// <param name="before">The id of the last line seen.</param>
    /// <param name="max">How many.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task<IReadOnlyList<AuditLine>> Read(StaffId? of, Instant from, Instant to, long before, int max, CancellationToken stop) => of is { } staff
        ? await database.List(AuditSql.OfStaff, AuditSql.Line, stop, ("staff", staff.Value), ("before", before), ("from", from), ("to", to), ("max", max))
        : await database.List(AuditSql.Newest, AuditSql.Line, stop, ("before", before), ("from", from), ("to", to), ("max", max));
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
