using MdtChatBot.Storage.Sql;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>Which youths come next: those who wrote, and beside them those with a timer due.</summary>
sealed class Claiming
{
    // Under a flood of messages timers still get a quarter of each batch; messages go first otherwise.
    const int TimersShare = 4;

    static readonly (Instant Due, long Id) s_front = (Instant.FromUnixTimeTicks(0), 0);

    readonly Lock _gate = new();

    // How far timers were taken while batches were full; from the front again as soon as one was not.
    (Instant Due, long Id) _reached = s_front;
    bool _timersWait;

    public async Task<IReadOnlyList<long>> Lock(Transaction transaction, int max, Instant now, CancellationToken stop)
    {
        var (timersWait, reached) = Read();
        var youths = new List<long>();
        var heard = Heard(timersWait ? Math.Max(1, max - max / TimersShare) : max, youths);
        Instant? nextTimer = null;
        await transaction.Run(timersWait ? [heard] : [heard, ClaimSql.NextTimer.With(row => nextTimer = row.TimeOrNull(0))], stop);
        timersWait |= nextTimer <= now;
        if (timersWait && youths.Count < max)
        {
            await transaction.Run(Due(max - youths.Count, now, reached, youths, last => reached = last), stop);
            timersWait = youths.Count == max;
        }
        Keep(timersWait, timersWait ? reached : s_front);
        // A youth may have several timers due, or a timer and a message: one at a time.
        return [.. youths.Distinct()];
    }

    static Call Heard(int max, List<long> youths) => ClaimSql.LockHeard.With(row => youths.Add(row.Number(0)), ("max", max));

    static Call Due(int max, Instant now, (Instant Due, long Id) from, List<long> youths, Action<(Instant, long)> reached) => ClaimSql.LockDue.With(
        row =>
        {
            youths.Add(row.Number(0));
            reached((row.Time(1), row.Number(2)));
        },
        ("now", now),
        ("due", from.Due),
        ("id", from.Id),
        ("max", max));

    (bool TimersWait, (Instant, long) Reached) Read()
    {
        lock (_gate) return (_timersWait, _reached);
    }

    void Keep(bool timersWait, (Instant, long) reached)
    {
        lock (_gate) (_timersWait, _reached) = (timersWait, reached);
    }
}
