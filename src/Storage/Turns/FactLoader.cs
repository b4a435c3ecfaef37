using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>Loads the first input and the facts of each locked youth, all in one round trip.</summary>
static class FactLoader
{
    public static async Task<IReadOnlyList<Work>> Load(Transaction transaction, IReadOnlyList<long> youths, FactAssembly facts, Instant now, CancellationToken stop)
    {
        var rows = new List<WorkRow>(youths.Count);
        await transaction.Run(
            [
                ClaimSql.Work.With(youths, row => rows.Add(ReadWork(row)), ("now", now)),
                ClaimSql.Bookings.With(youths, row => facts.Bookings.Add(BookingRow.Read(row, 0)!)),
                transaction.TakeLineIds(2 * youths.Count, facts.Lines),
            ],
            stop);
        rows.RemoveAll(row => row.Inbound is null);
        await transaction.Run(facts.FindCodes(rows.Select(row => row.Inbound!)), stop);
        return await facts.Assemble(rows, now, stop);
    }

    static WorkRow ReadWork(DbDataReader row)
    {
        var inbox = row.NumberOrNull(5);
        var timer = inbox is null ? row.NumberOrNull(10) : null;
        // One that can't be read must not keep the others of its batch from being run.
        string? unreadable = null;
        var conversation = StorageJson.ReadOr(new Conversation(), () => StorageJson.ReadConversation(row.Text(1)), ref unreadable);
        var inbound = inbox is null && timer is null ? null
            : StorageJson.ReadOr(new Inbound.SetAside(), () => inbox is not null ? StorageJson.ReadInbound(row.Text(9)) : ReadTimer(row), ref unreadable);
        return new WorkRow(
            new YouthId(row.Number(0)),
            conversation,
            row.TextOrNull(7) ?? row.Text(2),
            row.TextOrNull(8) ?? row.Text(3),
            row.TimeOrNull(4),
            inbox,
            timer,
            row.TimeOrNull(6),
            inbound,
            HandoffSql.Read(row, 13),
            OutgoingOf(row.NumberOrNull(21)),
            unreadable);
    }

    /// <param name="live">Null without any, 1 where one of them is still worth sending.</param>
    public static Outgoing OutgoingOf(long? live) => live switch { null => Outgoing.None, 0 => Outgoing.Stale, _ => Outgoing.Live };

    static Inbound.TimerFired ReadTimer(DbDataReader row) => new(row.Name<TimerKind>(11), StorageJson.ReadSetFor(row.Text(12)));
}
