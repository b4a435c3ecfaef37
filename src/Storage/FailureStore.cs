using MdtChatBot.Storage.Sql;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>Counts failures to sign in, by account and by network, on all nodes together. Keys are hashes.</summary>
public sealed class FailureStore(Database database)
{
    static readonly Statement Tidy = new("delete from staff_failure where until <= @now");

    static readonly Statement<string> CountUp = new(
        new Rows<string>().Text("key", k => k),
        """
        insert into staff_failure (key, count, since, until)
        select r.key, 1, @now, @until
          from {rows} where true
            on conflict (key) do update set count = staff_failure.count + 1, until = excluded.until
        """);

    static readonly Statement<string> ReadCounts = new(
        new Rows<string>().Text("key", k => k),
        """
        select f.key, f.count
          from {rows}
          join staff_failure f on f.key = r.key
         where f.until > @now
        """);

    static readonly Statement Forget = new("delete from staff_failure where key = @key");

    /// <summary>One failure more for each; what is over is forgotten.</summary>
    /// <param name="keys">In one order on all nodes.</param>
    /// <param name="now">The time.</param>
    /// <param name="until">When the count is forgotten if nothing more fails.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task Add(IReadOnlyList<string> keys, Instant now, Instant until, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([Tidy.With(("now", now)), CountUp.With(keys, ("now", now), ("until", until))], stop);
    }

    public async Task<IReadOnlyDictionary<string, long>> Counts(IReadOnlyList<string> keys, Instant now, CancellationToken stop)
    {
        var counts = new Dictionary<string, long>();
        await database.Read([ReadCounts.With(keys, row => counts[row.Text(0)] = row.Number(1), ("now", now))], stop);
        return counts;
    }

    public async Task Clear(string key, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([Forget.With(("key", key))], stop);
    }
}
