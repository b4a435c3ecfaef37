using MdtChatBot.Storage.Receiving;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>The durable queue in front of the turns: deduplicated, in order per youth.</summary>
public sealed class Inbox(Database database)
{
    /// <summary>At this many failures an input is set aside.</summary>
    public const int Tries = 3;

    /// <summary>
    /// Stores all that is new in one transaction, in the order of the list. Durable when it returns. Unknown addresses become new youths.
    /// Returns how many were new.
    /// </summary>
    public async Task<int> Accept(IReadOnlyList<Arrived> arrived, CancellationToken stop)
    {
        if (arrived.Count == 0) return 0;
        var once = Once.Of(arrived);
        await using var transaction = await database.Begin(stop);
        var (keys, known, ids) = (new HashSet<string>(), new AddressBook(), new List<long>());
        await transaction.Run(
            [
                Doorman.Remember(Doorman.Keys(once), keys),
                Doorman.Hold(Contact.AllOf(once), known),
                transaction.TakeYouthIds(once.Count, ids),
            ],
            stop);
        var fresh = once.Where(a => Doorman.IsFresh(a, keys)).ToList();
        await Doorman.Introduce(transaction, fresh, known, ids, stop);
        var rows = fresh.Select(a => new InboxRow(known.Of(a), a.At, a.Channel, a.Address, a.Inbound)).ToList();
        await transaction.Commit(InboxSql.Queue(rows), stop);
        return rows.Count;
    }

    /// <summary>The same for inputs of known youths. What is addressed to a youth who is no longer there is dropped.</summary>
    public async Task<int> Accept(IReadOnlyList<Addressed> addressed, CancellationToken stop)
    {
        if (addressed.Count == 0) return 0;
        var once = addressed.DistinctBy(a => a.Key).ToList();
        var fresh = new HashSet<string>();
        var youths = new HashSet<long>();
        await using var transaction = await database.Begin(stop);
        await transaction.Run([Doorman.Remember([.. once.Select(a => (a.Key, a.At))], fresh), InboxSql.FindYouths(once, youths)], stop);
        var rows = once.Where(a => fresh.Contains(a.Key) && youths.Contains(a.Youth.Value)).Select(a => new InboxRow(a.Youth.Value, a.At, null, null, a.Inbound)).ToList();
        await transaction.Commit(InboxSql.Queue(rows), stop);
        return rows.Count;
    }

    /// <summary>Counts a failure of these inputs; those at three tries are set aside, and a <see cref="Inbound.SetAside"/> is queued for their youth.</summary>
    /// <param name="failed">Inbox ids with the type of the exception: never its message, which may hold words of a youth.</param>
    public async Task Failed(IReadOnlyList<(long Id, string Error)> failed, Instant now, CancellationToken stop)
    {
        if (failed.Count == 0) return;
        await using var transaction = await database.Begin(stop);
        await transaction.Commit(await Failures.Count(transaction, failed, now, stop), stop);
    }

    /// <summary>
    /// The same for claimed turns, whatever they came from. A timer whose turn fails goes on as an input that counts its tries,
    /// so that it, too, is set aside at last instead of coming due for ever.
    /// </summary>
    public async Task Failed(IReadOnlyList<(ClaimedTurn Turn, string Error)> failed, Instant now, CancellationToken stop)
    {
        if (failed.Count == 0) return;
        await using var transaction = await database.Begin(stop);
        var inputs = failed.Where(f => f.Turn.InboxId is not null).Select(f => (f.Turn.InboxId!.Value, f.Error)).ToList();
        var timers = failed.Where(f => f.Turn.TimerId is not null).ToList();
        await transaction.Commit([.. await Failures.Count(transaction, inputs, now, stop), .. await Failures.Requeue(transaction, timers, now, stop)], stop);
    }

    public async Task<IReadOnlyList<SetAsideInput>> SetAside(CancellationToken stop) =>
        await database.List(
            InboxSql.ReadSetAside,
            row => new SetAsideInput(row.Number(0), new YouthId(row.Number(1)), row.Time(2), (int)row.Number(3), row.TextOrNull(4) ?? ""),
            stop);

    /// <summary>Puts a set-aside input back in the queue; false where there is none by that id.</summary>
    public async Task<bool> Replay(long id, CancellationToken stop)
    {
        var replay = InboxSql.Replay.With(("id", id));
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([replay], stop);
        return replay.Changed == 1;
    }
}
