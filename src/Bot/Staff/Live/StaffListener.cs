namespace MdtChatBot.Bot.Staff;

/// <summary>One open page and the topics it shows.</summary>
sealed class StaffListener(StaffEvents all, IReadOnlySet<string> topics) : IDisposable
{
    readonly SemaphoreSlim _bell = new(0, 1);
    readonly HashSet<string> _heard = [];

    public void Hear(string topic)
    {
        if (!topics.Contains(topic)) return;
        lock (_heard)
        {
            if (!_heard.Add(topic) || _heard.Count > 1) return;
            _bell.Release();
        }
    }

    /// <summary>What has changed since the last call, as soon as anything has; empty when <paramref name="longest"/> is over.</summary>
    public async Task<IReadOnlyList<string>> Next(TimeSpan longest, CancellationToken stop)
    {
        if (!await _bell.WaitAsync(longest, stop)) return [];
        lock (_heard)
        {
            string[] heard = [.. _heard];
            _heard.Clear();
            return heard;
        }
    }

    public void Dispose()
    {
        all.Leave(this);
        // Who tells us at this moment may still hold us; a semaphore without a wait handle needs no disposing.
    }
}
