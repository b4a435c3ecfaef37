using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using NodaTime;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>Writes what status callbacks say; those that come while a commit runs share the next one.</summary>
public sealed class StatusWriter
{
    const int MostPerCommit = 500;

    readonly GroupCommit<StatusNews> _news;

    public StatusWriter(Outbox outbox, StaffAlerts alerts, IClock clock) : this(outbox.Apply, outbox.Mark, alerts.Report, clock) { }

    internal StatusWriter(
        Func<IReadOnlyList<DeliveryStatus>, Instant, CancellationToken, Task> apply, Func<IReadOnlyList<SendMark>, Instant, CancellationToken, Task> mark,
        Func<DeliveryStatus, CancellationToken, Task> alert, IClock clock) =>
        _news = new(batch => Write(batch, apply, mark, alert, clock.GetCurrentInstant()), MostPerCommit);

    /// <summary>Returns when the news is durable. Throws what the database threw; applied twice it changes nothing.</summary>
    public Task Accept(StatusNews news, CancellationToken stop) => _news.Add(news).WaitAsync(stop);

    static async Task Write(
        IReadOnlyList<StatusNews> batch,
        Func<IReadOnlyList<DeliveryStatus>, Instant, CancellationToken, Task> apply,
        Func<IReadOnlyList<SendMark>, Instant, CancellationToken, Task> mark,
        Func<DeliveryStatus, CancellationToken, Task> alert,
        Instant now)
    {
        var progress = batch.OfType<StatusNews.Progress>().Select(p => p.Status).ToList();
        var optedOut = batch.OfType<StatusNews.OptedOut>().Select(o => o.Mark).ToList();
        if (progress.Count > 0) await apply(progress, now, CancellationToken.None);
        if (optedOut.Count > 0) await mark(optedOut, now, CancellationToken.None);
        // A handful in an hour.
        foreach (var one in batch.OfType<StatusNews.OfAlert>()) await alert(one.Status, CancellationToken.None);
    }
}
