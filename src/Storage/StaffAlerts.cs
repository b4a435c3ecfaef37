using System.Data.Common;
using MdtChatBot.Storage.Handoffs;
using MdtChatBot.Storage.Sending;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>Alerts to the own WhatsApp of staff. What is told of which handoff to whom stands in the database before anything is sent, so that no two nodes send the same.</summary>
public sealed class StaffAlerts(Database database)
{
    static readonly Duration Kept = Duration.FromDays(30);

    /// <summary>Who wants alerts and is asked for something that they were not alerted to. Reads only.</summary>
    public async Task<IReadOnlyList<UnalertedStaff>> Unalerted(Instant now, CancellationToken stop)
    {
        var found = await database.List(AlertSql.AllUnalerted, Read, stop, ("now", now));
        return [.. found.GroupBy(f => f.Staff).Select(g => new UnalertedStaff(g.Key, [.. g.Select(f => f.Handoff)], g.First().Last))];
    }

    /// <summary>Puts one alert for this person in the queue, if the rules still let one go. False where another node was first.</summary>
    public async Task<bool> Queue(StaffId staff, bool atWork, Instant now, CancellationToken stop)
    {
        (string, object?) who = ("staff", staff.Value);
        var waiting = new List<Unalerted>();
        Instant? last = null;
        long id = 0;
        await using var transaction = await database.Begin(stop);
        await transaction.Run(AlertSql.Hold.With(_ => { }, who), stop);
        await transaction.Run(
            AlertSql.UnalertedOf.With(
                row =>
                {
                    var (_, handoff, at) = Read(row);
                    waiting.Add(handoff);
                    last = at;
                },
                ("now", now),
                who),
            stop);
        var told = AlertRules.Told(waiting, atWork, last, now);
        if (told.Count == 0) return false;
        await transaction.Run(AlertSql.Add.With(row => id = row.Number(0), who, ("now", now), ("urgent", told.Any(t => t.Urgency is Urgency.Urgent))), stop);
        await transaction.Commit([AlertSql.Tell.With(told, who, ("id", id)), AlertSql.Forget.With(who, ("before", now - Kept))], stop);
        return true;
    }

    /// <summary>Leases what is to be sent now. A lease that ran out comes back as <i>unknown</i>.</summary>
    public async Task<IReadOnlyList<DueAlert>> Claim(int max, Instant now, CancellationToken stop)
    {
        // A look that writes nothing: an idle node must not.
        if (!(await database.List(AlertSql.IsAnythingDue, row => row.Flag(0), stop, ("now", now))).Single()) return [];
        var claimed = new List<DueAlert>();
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([AlertSql.Claim.With(row => claimed.Add(AlertSql.Due(row)), ("max", max), ("now", now), ("until", now + Outbox.Lease))], stop);
        return claimed;
    }

    /// <summary>What became of an attempt; it counts as for any other message.</summary>
    public Task Mark(SendMark mark, CancellationToken stop)
    {
        var (outcome, later) = (MarkSql.Outcome(mark), MarkSql.Later(mark));
        return Mark(new AlertMark(mark.Id, outcome.State, outcome.Code, outcome.ProviderId, later?.Due, later?.Since), stop);
    }

    /// <summary>Nothing that it told of waits for this person any more: it is not sent.</summary>
    public Task Drop(long id, CancellationToken stop) => Mark(new AlertMark(id, Delivery.Queued), stop);

    /// <summary>What the provider says later. Most of WhatsApp's refusals come so.</summary>
    public Task Report(DeliveryStatus status, CancellationToken stop) => Commit(
        AlertSql.Report.With(("id", status.Id), ("state", status.Rank.ToString()), ("code", status.Code), ("provider_id", status.ProviderId)),
        stop);

    /// <summary>Whether an alert carries this id of the provider.</summary>
    public async Task<bool> IsTaken(string providerId, CancellationToken stop) =>
        (await database.List(AlertSql.IsTaken, row => row.Flag(0), stop, ("provider_id", providerId))).Single();

    /// <summary>The last that was tried for this person; null if none was.</summary>
    public async Task<LastAlert?> Last(StaffId staff, CancellationToken stop) =>
        (await database.List(AlertSql.Last, row => new LastAlert(row.Time(0), row.Name<Delivery>(1), row.Text(2)), stop, ("staff", staff.Value))).FirstOrDefault();

    Task Mark(AlertMark mark, CancellationToken stop) => Commit(AlertSql.Mark.With([mark]), stop);

    async Task Commit(Call call, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([call], stop);
    }

    static (StaffId Staff, Unalerted Handoff, Instant? Last) Read(DbDataReader row) =>
        (new StaffId(row.Number(0)), new Unalerted(row.Number(1), row.Name<Urgency>(2)), row.TimeOrNull(3));
}

/// <summary>Somebody who waits for an alert.</summary>
/// <param name="Last">When they last had one; null if never.</param>
public sealed record UnalertedStaff(StaffId Staff, IReadOnlyList<Unalerted> Waiting, Instant? Last);

/// <summary>An alert that is leased to be sent.</summary>
public sealed record DueAlert
{
    public required long Id { get; init; }

    public required bool Urgent { get; init; }

    public required int Attempts { get; init; }

    /// <inheritdoc cref="OutboxMessage.UnknownSince"/>
    public required Instant? UnknownSince { get; init; }

    /// <summary>Null where there is nothing to tell any more: somebody took it, or alerts were turned off.</summary>
    public required string? SealedNumber { get; init; }

    /// <summary>The language of the person.</summary>
    public required Language Console { get; init; }
}

/// <summary>What became of somebody's last alert.</summary>
public sealed record LastAlert(Instant At, Delivery State, string Code);
