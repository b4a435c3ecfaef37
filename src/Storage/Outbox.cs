using MdtChatBot.Storage.Sending;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>The durable queue behind the turns.</summary>
public sealed class Outbox(Database database)
{
    /// <summary>How long a lease lasts; longer than any send may take (Twilio answers or fails within 15 s).</summary>
    public static readonly Duration Lease = Duration.FromSeconds(60);

    /// <summary>
    /// Leases messages that are due, in order of lane, then age: of each youth only the first, and none while another is under way.
    /// One whose lease ran out comes back as <i>unknown</i>.
    /// </summary>
    public async Task<IReadOnlyList<OutboxMessage>> Claim(string node, int max, Instant now, CancellationToken stop)
    {
        if (!await IsAnythingDue(now, stop)) return [];
        var claimed = new List<OutboxMessage>();
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([OutboxSql.Claim.With(row => claimed.Add(OutboxSql.Read(row)), ("node", node), ("max", max), ("now", now), ("until", now + Lease))], stop);
        return [.. claimed.OrderBy(m => m.Lane).ThenBy(m => m.Id)];
    }

    /// <summary>Applies marks in a transaction of their own; on the busy path they travel with the next commit of turns.</summary>
    public async Task Mark(IReadOnlyList<SendMark> marks, Instant now, CancellationToken stop)
    {
        if (marks.Count == 0) return;
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([.. MarkSql.Apply(marks, now), .. MarkSql.StopOptedOut(marks, database.IsPostgres, now)], stop);
    }

    /// <summary>The instant at which something is next due; null when nothing waits. Reads only.</summary>
    public async Task<Instant?> NextDue(CancellationToken stop) =>
        (await database.List(OutboxSql.NextDue, row => row.TimeOrNull(0), stop)).Single();

    /// <summary>Whether one of our messages already carries this id of the provider: a candidate in reconciliation that is taken.</summary>
    public async Task<bool> IsTaken(string providerId, CancellationToken stop) =>
        (await database.List(OutboxSql.IsTaken, row => row.Flag(0), stop, ("provider_id", providerId))).Single();

    /// <summary>Whether this stand-in went out to the youth since then, and was not answered: another would say nothing new.</summary>
    public async Task<bool> HasStoodIn(YouthId youth, string standIn, Instant since, CancellationToken stop) =>
        (await database.List(OutboxSql.StoodIn, row => row.Number(0), stop, ("youth", youth.Value), ("stand_in", standIn), ("before", since))).Single() > 0;

    /// <summary>What the provider says of stand-ins that did not arrive; what they announced goes on waiting.</summary>
    public async Task NoteStandIns(IReadOnlyList<DeliveryStatus> failed, Instant now, CancellationToken stop)
    {
        if (failed.Count == 0) return;
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([MarkSql.StandInFailed(failed, now)], stop);
    }

    /// <summary>Applies status callbacks: only forward (sent → delivered → read; failed ends). An unknown message that has one is known to be sent.</summary>
    public async Task Apply(IReadOnlyList<DeliveryStatus> statuses, Instant now, CancellationToken stop)
    {
        if (statuses.Count == 0) return;
        await using var transaction = await database.Begin(stop);
        await transaction.Commit(MarkSql.Apply(statuses, now), stop);
    }

    // A look that writes nothing: an idle node must not.
    async Task<bool> IsAnythingDue(Instant now, CancellationToken stop) =>
        (await database.List(OutboxSql.IsAnythingDue, row => row.Flag(0), stop, ("now", now))).Single();
}
