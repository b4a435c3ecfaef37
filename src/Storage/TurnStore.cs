using MdtChatBot.Storage.Receiving;
using MdtChatBot.Storage.Turns;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>Claims, loads and commits turns, a whole batch at a time with a constant number of statements.</summary>
public sealed class TurnStore(Database database, ProgrammeStore programme, FactSettings settings)
{
    // A batch whose youths all turned out to be served by another node a moment ago is claimed anew, a few times.
    const int Looks = 3;

    readonly Claiming _claiming = new();
    readonly StaffStore _staff = new(database);

    /// <summary>
    /// Opens a transaction, locks up to <paramref name="max"/> youths who have an input waiting or a timer due (skipping those
    /// that another worker holds), and loads the facts of their first input each. Null when there is nothing to do.
    /// On SQLite the batch holds the one connection that writes: dispose it before anything else is written.
    /// </summary>
    public async Task<TurnBatch?> Claim(int max, Instant now, CancellationToken stop)
    {
        for (var look = 0; look < Looks; look++)
        {
            var transaction = await database.Begin(stop);
            try
            {
                var youths = await _claiming.Lock(transaction, max, now, stop);
                var work = youths.Count == 0 ? [] : await FactLoader.Load(transaction, youths, new FactAssembly(programme, settings), now, stop);
                if (work.Count > 0) return new TurnBatch(transaction, programme, _staff, work, null, now, database.IsPostgres);
                await transaction.DisposeAsync();
                if (youths.Count == 0) return null;
            }
            catch
            {
                await transaction.DisposeAsync();
                throw;
            }
        }
        return null;
    }

    /// <summary>
    /// Opens a transaction that takes in what arrived and has the turns of all youths for whom nothing else waits; what must wait goes into the
    /// queue with the commit, which makes all of it durable. Null where a youth was erased in this very moment: nothing was taken in.
    /// </summary>
    /// <param name="marks">What became of sends, written in the same transaction. Asked once, as late as can be.</param>
    public async Task<TurnBatch?> Receive(IReadOnlyList<Arrived> arrived, Func<IReadOnlyList<SendMark>> marks, Instant now, CancellationToken stop)
    {
        var transaction = await database.Begin(stop);
        try
        {
            var reception = new Reception(transaction, new FactAssembly(programme, settings), now);
            if (await reception.Take(arrived, marks, stop) is { } work) return new TurnBatch(transaction, programme, _staff, work, reception, now, database.IsPostgres);
            await transaction.DisposeAsync();
            return null;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>The instant of the first timer not yet fired; null without timers.</summary>
    public async Task<Instant?> NextTimer(CancellationToken stop) =>
        (await database.List(ClaimSql.NextTimer, row => Sql.Reading.TimeOrNull(row, 0), stop)).Single();
}
