using System.Data.Common;
using MdtChatBot.Storage.Sending;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>
/// Messages that the provider took first and refused later because WhatsApp's 24-hour window is closed. Their place in the outbox is gone:
/// what is still worth saying goes back into it from the transcript and leaves when the youth writes; the rest has failed.
/// </summary>
/// <param name="write">Writes a saying as it is sent.</param>
public sealed class RefusedLater(Database database, Func<Saying, Language, SiteId?, Written> write)
{
    static readonly Duration WorthSaying = Duration.FromHours(24);

    /// <summary>Applies such callbacks. One that comes twice, or is about an attempt before the last, changes nothing.</summary>
    public async Task Apply(IReadOnlyList<DeliveryStatus> refused, Instant now, CancellationToken stop)
    {
        if (refused.Count == 0) return;
        var statuses = refused.DistinctBy(s => s.Id).ToList();
        var found = new List<(OutboxMessage Message, bool MayWait, bool WroteSince)>();
        var parked = new HashSet<long>();
        await using var transaction = await database.Begin(stop);
        await transaction.Run(RefusedLaterSql.Read.With(statuses, row => found.Add((Message(row), row.Flag(8), row.Flag(9))), ("before", now - WorthSaying)), stop);
        var waiting = found.Where(f => f.MayWait && !(f.Message.Expires <= now)).ToList();
        var waits = waiting.Select(f => f.Message.Id).ToHashSet();
        if (waiting.Count > 0)
            await transaction.Run(RefusedLaterSql.Park.With([.. statuses.Where(s => waits.Contains(s.Id))], row => parked.Add(row.Number(0)), ("now", now)), stop);
        var back = waiting.Where(f => parked.Contains(f.Message.Id)).ToList();
        // The window is open again for those who wrote meanwhile.
        var open = back.Where(f => f.WroteSince).Select(f => f.Message.Youth).ToList();
        var failed = found.Where(f => !waits.Contains(f.Message.Id)).Select(f => f.Message.Id).ToHashSet();
        await transaction.Commit(
            [
                .. back.Count > 0 ? [RefusedLaterSql.PutBack.With([.. back.Select(f => f.Message)])] : Array.Empty<Call>(),
                .. open.Count > 0 ? [OutboxSql.Wake.With(open, ("now", now))] : Array.Empty<Call>(),
                .. failed.Count > 0 ? MarkSql.Apply([.. statuses.Where(s => failed.Contains(s.Id))], now) : [],
            ],
            stop);
    }

    OutboxMessage Message(DbDataReader row)
    {
        var saying = row.TextOrNull(6) is { } json ? StorageJson.ReadSaying(json) : null;
        var isCoachs = row.Text(4) is "coach";
        return new OutboxMessage
        {
            Id = row.Number(0),
            Youth = new YouthId(row.Number(1)),
            Channel = row.Text(2),
            Address = row.Text(3),
            Lane = isCoachs ? Lane.Reply : saying is { Parts: [{ Text.Key: "events.invitation" }, ..] } ? Lane.Invitation : Lane.Reminder,
            Written = Written.WithCoach(saying is null ? new Written(row.Text(5), []) : write(saying, new Language(row.Text(7)), row.TextOrNull(12) is { } site ? new SiteId(site) : null), row.TextOrNull(11)),
            TemplateKey = saying is { Parts: [var first, ..] } ? first.Text.Key : "",
            Language = row.Text(7),
            Attempts = 0,
            Expires = isCoachs ? null : row.TimeOrNull(10),
        };
    }
}
