using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using NodaTime;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>Writes what status callbacks say; those that come while a commit runs share the next one.</summary>
public sealed class StatusWriter
{
    const int MostPerCommit = 500;

    readonly GroupCommit<StatusNews> _news;
    readonly Writes _writes;

    public StatusWriter(Outbox outbox, RefusedLater refused, StaffAlerts alerts, IClock clock) : this(new(outbox.Apply, refused.Apply, outbox.Mark, outbox.NoteStandIns, alerts.Report), clock) { }

    internal StatusWriter(Writes writes, IClock clock)
    {
        _writes = writes;
        _news = new(batch => Write(batch, clock.GetCurrentInstant()), MostPerCommit);
    }

    /// <summary>Returns when the news is durable. Throws what the database threw; applied twice it changes nothing.</summary>
    public Task Accept(StatusNews news, CancellationToken stop) => _news.Add(news).WaitAsync(stop);

    async Task Write(IReadOnlyList<StatusNews> batch, Instant now)
    {
        var progress = batch.OfType<StatusNews.Progress>().Select(p => p.Status).ToList();
        var refused = batch.OfType<StatusNews.NeedsTemplate>().Select(n => n.Status).ToList();
        var optedOut = batch.OfType<StatusNews.OptedOut>().Select(o => o.Mark).ToList();
        if (progress.Count > 0) await _writes.Apply(progress, now, CancellationToken.None);
        if (refused.Count > 0) await _writes.Refuse(refused, now, CancellationToken.None);
        var standIns = batch.OfType<StatusNews.OfStandIn>().Select(s => s.Status).ToList();
        if (standIns.Count > 0) await _writes.StandIns(standIns, now, CancellationToken.None);
        if (optedOut.Count > 0) await _writes.Mark(optedOut, now, CancellationToken.None);
        // A handful in an hour.
        foreach (var one in batch.OfType<StatusNews.OfAlert>()) await _writes.Alert(one.Status, CancellationToken.None);
    }

    /// <summary>What the news is written with.</summary>
    internal sealed record Writes(
        Func<IReadOnlyList<DeliveryStatus>, Instant, CancellationToken, Task> Apply,
        Func<IReadOnlyList<DeliveryStatus>, Instant, CancellationToken, Task> Refuse,
        Func<IReadOnlyList<SendMark>, Instant, CancellationToken, Task> Mark,
        Func<IReadOnlyList<DeliveryStatus>, Instant, CancellationToken, Task> StandIns,
        Func<DeliveryStatus, CancellationToken, Task> Alert);
}
