using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage.Receiving;

/// <summary>Counts the tries of inputs that failed, and sets aside those that failed too often.</summary>
static class Failures
{
    static readonly Statement<(long Id, string Error)> CountTries = new(
        new Rows<(long Id, string Error)>().Number("id", r => r.Id).Text("error", r => r.Error),
        $$"""
        update inbox
           set attempts = attempts + 1,
               error    = r.error,
               state    = case when attempts + 1 >= @tries then 'set-aside' else 'waiting' end
          from {rows}
         where inbox.id = r.id and inbox.state = 'waiting' and {{Statement.AmongRows("inbox.id")}}
        returning inbox.youth_id, inbox.state, inbox.inbound
        """);

    static readonly Statement<long> TakeTimers = new(
        new Rows<long>().Number("id", id => id),
        $"delete from timer where {Statement.AmongRows("id")} and id in (select r.id from {{rows}}) returning id");

    static readonly Statement<(ClaimedTurn Turn, string Error)> QueueTimers = new(
        new Rows<(ClaimedTurn Turn, string Error)>()
            .Number("youth_id", r => r.Turn.Youth.Value)
            .Text("inbound", r => StorageJson.Write(r.Turn.Inbound))
            .Text("error", r => r.Error),
        """
        insert into inbox (youth_id, at, inbound, attempts, error)
        select r.youth_id, @now, r.inbound, 1, r.error
          from {rows}
         order by r.n
        """);

    /// <summary>Counts; what comes back is still to be run: an apology for each youth whose input was set aside now.</summary>
    public static async Task<IReadOnlyList<Call>> Count(Transaction transaction, IReadOnlyList<(long Id, string Error)> failed, Instant now, CancellationToken stop)
    {
        if (failed.Count == 0) return [];
        var apologies = new List<InboxRow>();
        await transaction.Run(
            CountTries.With(
                failed,
                row =>
                {
                    // An apology that fails itself is set aside without another.
                    if (row.Text(1) == "set-aside" && !IsApology(row.Text(2)))
                        apologies.Add(new InboxRow(row.Number(0), now, null, null, new Inbound.SetAside()));
                },
                ("tries", Inbox.Tries)),
            stop);
        return InboxSql.Queue(apologies);
    }

    // Compared as written: an input that can't be read is set aside like any other.
    static bool IsApology(string inbound) => inbound == StorageJson.Write(new Inbound.SetAside());

    /// <summary>Turns timers into inputs with one try behind them; one that another node took meanwhile is left out.</summary>
    public static async Task<IReadOnlyList<Call>> Requeue(Transaction transaction, IReadOnlyList<(ClaimedTurn Turn, string Error)> failed, Instant now, CancellationToken stop)
    {
        if (failed.Count == 0) return [];
        var taken = new HashSet<long>();
        await transaction.Run(TakeTimers.With([.. failed.Select(f => f.Turn.TimerId!.Value)], row => taken.Add(row.Number(0))), stop);
        var mine = failed.Where(f => taken.Contains(f.Turn.TimerId!.Value)).ToList();
        return mine.Count == 0 ? [] : [QueueTimers.With(mine, ("now", now))];
    }
}
