using MdtChatBot.Storage.Programme;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>What has to go because nobody needs it any more.</summary>
public sealed class Retention(Database database)
{
    static readonly Statement ReadSilent = new("""
        select y.id
          from youth y
         where y.last_heard < @before
           and not exists (select 1
                             from booking b
                             join session s on s.id = b.session_id
                            where b.youth_id = y.id and b.status in ('Waiting', 'Offered', 'Booked', 'Confirmed') and s.ends > @now)
         order by y.id
         limit @max
        """);

    static readonly Statement ForgetKeys = new("delete from received where at < @before");

    /// <summary>Youths who have not written since <paramref name="before"/> and have no appointment to come.</summary>
    public async Task<IReadOnlyList<YouthId>> SilentSince(Instant before, Instant now, int max, CancellationToken stop) =>
        await database.List(ReadSilent, row => new YouthId(row.Number(0)), stop, ("before", before), ("now", now), ("max", max));

    /// <summary>Forgets the first names of who came to events without a telephone before this.</summary>
    public Task<int> ForgetWalkIns(Instant before, CancellationToken stop) => Forget(WalkInSql.Forget.With(("before", before)), stop);

    /// <summary>Forgets the keys of messages received before this: no provider repeats one so late (Meta gives up after 7 days, channels.md 2.1).</summary>
    public Task<int> ForgetReceived(Instant before, CancellationToken stop) => Forget(ForgetKeys.With(("before", before)), stop);

    async Task<int> Forget(Call forget, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([forget], stop);
        return forget.Changed;
    }
}
