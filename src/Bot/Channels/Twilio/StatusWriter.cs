using System.Threading.Channels;
using MdtChatBot.Storage;
using NodaTime;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>Group commit for status callbacks: those that come while a commit runs share the next one.</summary>
public sealed class StatusWriter(Outbox outbox, IClock clock) : IAsyncDisposable
{
    const int MaxBatch = 500;

    readonly Channel<Pending> _pending = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });
    readonly Lock _starting = new();
    Task? _loop;

    /// <summary>Returns when the news is durable. Throws what the database threw.</summary>
    public Task Accept(StatusNews news, CancellationToken stop)
    {
        lock (_starting) _loop ??= Task.Run(Run, CancellationToken.None);
        var pending = new Pending(news);
        return _pending.Writer.TryWrite(pending) ? pending.Done.Task.WaitAsync(stop) : throw new InvalidOperationException("The program is stopping.");
    }

    async Task Run()
    {
        var batch = new List<Pending>(MaxBatch);
        while (await _pending.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MaxBatch && _pending.Reader.TryRead(out var pending)) batch.Add(pending);
            await Write(batch);
        }
    }

    async Task Write(List<Pending> batch)
    {
        try
        {
            var now = clock.GetCurrentInstant();
            var progress = batch.Select(p => p.News).OfType<StatusNews.Progress>().Select(p => p.Status).ToList();
            var cameBack = batch.Select(p => p.News).OfType<StatusNews.CameBack>().Select(c => c.Mark).ToList();
            if (progress.Count > 0) await outbox.Apply(progress, now, CancellationToken.None);
            if (cameBack.Count > 0) await outbox.Mark(cameBack, now, CancellationToken.None);
            foreach (var pending in batch) pending.Done.TrySetResult();
        }
        catch (Exception e)
        {
            // Applying a status twice changes nothing, so all may come again.
            foreach (var pending in batch) pending.Done.TrySetException(e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _pending.Writer.TryComplete();
        if (_loop is not null) await _loop;
    }

    sealed record Pending(StatusNews News)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
