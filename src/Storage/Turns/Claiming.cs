using MdtChatBot.Storage.Sql;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>Which youths come next: those who wrote, and beside them those with a timer due.</summary>
sealed class Claiming
{
    // Under a flood of messages timers still get a quarter of each batch; messages go first otherwise.
    const int TimersShare = 4;

    volatile bool _timersWaited;

    public async Task<IReadOnlyList<long>> Lock(Transaction transaction, int max, Instant now, CancellationToken stop)
    {
        var youths = new List<long>();
        Instant? nextTimer = null;
        var forInputs = _timersWaited ? Math.Max(1, max - max / TimersShare) : max;
        await transaction.Run(
            [
                ClaimSql.LockHeard.With(row => youths.Add(row.Number(0)), ("max", forInputs)),
                ClaimSql.NextTimer.With(row => nextTimer = row.TimeOrNull(0)),
            ],
            stop);
        _timersWaited = nextTimer <= now;
        if (_timersWaited && youths.Count < max)
            await transaction.Run(ClaimSql.LockDue.With(row => youths.Add(row.Number(0)), ("now", now), ("max", max - youths.Count)), stop);
        // A youth may have several timers due, or a timer and a message: one at a time.
        return [.. youths.Distinct()];
    }
}
