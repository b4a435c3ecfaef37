using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Turns;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>A voice note that is to be written down, by its line in the transcript.</summary>
/// <param name="Language">The youth's; empty while it is not known.</param>
public sealed record UnheardNote(long Line, YouthId Youth, Recording Recording, string Language);

/// <summary>Voice notes that the provider keeps for us: where each is fetched, for seven days or until the handoff ends.</summary>
public sealed class RecordingStore(Database database)
{
    /// <summary>The one behind this line of the youth's transcript; null where there is none, or its time is over.</summary>
    public async Task<Recording?> Find(YouthId youth, long line, Instant now, CancellationToken stop) =>
        (await database.List(RecordingSql.Find, row => new Recording(row.Text(0), row.Text(1)), stop, ("id", line), ("youth", youth.Value), ("now", now))).FirstOrDefault();

    /// <summary>Takes some that are to be written down, for as long as that may take.</summary>
    public async Task<IReadOnlyList<UnheardNote>> Lend(Instant now, Duration time, int max, CancellationToken stop)
    {
        if ((await database.List(RecordingSql.Waits, row => row.Number(0), stop, ("now", now))).Count == 0) return [];
        var lent = new List<UnheardNote>();
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([RecordingSql.Lend.With(row => lent.Add(Unheard(row)), ("until", now + time), ("now", now), ("max", max))], stop);
        return lent;
    }

    /// <summary>It was written down, or can't be.</summary>
    public async Task Written(long line, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([RecordingSql.Written.With(("id", line))], stop);
    }

    /// <summary>Those whose time is over: to be deleted at the provider, and then forgotten.</summary>
    public async Task<IReadOnlyList<(long Line, string Url)>> Over(Instant now, int max, CancellationToken stop) =>
        await database.List(RecordingSql.Over, row => (row.Number(0), row.Text(1)), stop, ("now", now), ("max", max));

    static UnheardNote Unheard(System.Data.Common.DbDataReader row) =>
        new(row.Number(0), new YouthId(row.Number(1)), new Recording(row.Text(2), row.Text(3)), row.Text(4));

    /// <summary>Forgets where these were.</summary>
    public async Task Forget(IReadOnlyList<long> lines, CancellationToken stop)
    {
        if (lines.Count == 0) return;
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([RecordingSql.Forget.With(lines)], stop);
    }
}
