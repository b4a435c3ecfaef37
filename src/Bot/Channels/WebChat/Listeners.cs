using System.Collections.Concurrent;
using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Channels.WebChat;

/// <summary>The pages that are open on this node, by the address they listen to.</summary>
public sealed class Listeners
{
    readonly ConcurrentDictionary<string, ConcurrentDictionary<Listener, byte>> _open = new(StringComparer.Ordinal);

    /// <summary>Starts to listen; ends when disposed.</summary>
    public Listener Listen(string address)
    {
        var listener = new Listener(this, address);
        lock (_open) _open.GetOrAdd(address, _ => new()).TryAdd(listener, 0);
        return listener;
    }

    /// <summary>How many pages are open at this address on this node.</summary>
    public int Count(string address) => _open.TryGetValue(address, out var here) ? here.Count : 0;

    /// <summary>Tells the pages at the message's address that it is there; false where none is open on this node.</summary>
    public bool Tell(OutboxMessage message)
    {
        if (!_open.TryGetValue(message.Address, out var here)) return false;
        foreach (var listener in here.Keys) listener.Hear(message);
        return !here.IsEmpty;
    }

    internal void Leave(Listener listener)
    {
        lock (_open)
        {
            if (!_open.TryGetValue(listener.Address, out var here)) return;
            here.TryRemove(listener, out _);
            if (here.IsEmpty) _open.TryRemove(listener.Address, out _);
        }
    }
}

/// <summary>One open page.</summary>
public sealed class Listener : IDisposable
{
    readonly Listeners _all;
    readonly ConcurrentQueue<OutboxMessage> _said = new();
    readonly SemaphoreSlim _bell = new(0);

    internal Listener(Listeners all, string address)
    {
        _all = all;
        Address = address;
    }

    public string Address { get; }

    internal void Hear(OutboxMessage message)
    {
        _said.Enqueue(message);
        _bell.Release();
    }

    /// <summary>Returns at the next message, or when <paramref name="longest"/> is over.</summary>
    public Task Wait(TimeSpan longest, CancellationToken stop) => _bell.WaitAsync(longest, stop);

    /// <summary>What was said since the last call.</summary>
    public IReadOnlyList<OutboxMessage> Said()
    {
        var said = new List<OutboxMessage>();
        while (_said.TryDequeue(out var message)) said.Add(message);
        return said;
    }

    public void Dispose()
    {
        _all.Leave(this);
        _bell.Dispose();
    }
}
