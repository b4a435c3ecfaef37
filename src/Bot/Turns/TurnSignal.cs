namespace MdtChatBot.Bot.Turns;

/// <summary>Says that a turn may be waiting, so that a worker looks at once. Whoever queues an input other than through <see cref="InboxWriter"/> raises it.</summary>
public sealed class TurnSignal : IDisposable
{
    readonly SemaphoreSlim _raised = new(0);

    /// <summary>Wakes one worker; a raise that nobody waits for yet is kept, several are one.</summary>
    public void Raise()
    {
        if (_raised.CurrentCount == 0) _raised.Release();
    }

    /// <summary>Returns when raised, or after <paramref name="atMost"/>.</summary>
    public Task Wait(TimeSpan atMost, CancellationToken stop) => _raised.WaitAsync(atMost, stop);

    public void Dispose() => _raised.Dispose();
}
