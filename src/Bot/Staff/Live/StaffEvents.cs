using System.Collections.Concurrent;
using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Staff;

/// <summary>
/// Tells open pages that what they show has changed: “list X changed”, never what. A page then fetches itself anew, with the rights of who looks.
/// </summary>
public sealed class StaffEvents(LiveTopics topics) : IDisposable
{
    readonly ConcurrentDictionary<StaffListener, byte> _listeners = [];
    readonly SemaphoreSlim _arrived = new(0);
    readonly Lock _looking = new();
    Dictionary<string, long>? _seen;

    /// <summary>Tells the open pages of this node at once, and those of other nodes within a second.</summary>
    /// <remarks>A store that raises the topic in its own transaction (<c>TopicSql.Raise</c>) need not call this: pages are told within a second.</remarks>
    public async Task Raise(string topic, CancellationToken stop)
    {
        var version = await topics.Raise(topic, stop);
        lock (_looking)
        {
            if (_seen is not null) _seen[topic] = version;
        }

        Tell(topic);
    }

    /// <summary>Whether any page is open on this node.</summary>
    public bool AnybodyListens => !_listeners.IsEmpty;

    /// <summary>Returns at once where a page is open, else when one is opened: a node that nobody looks at does nothing.</summary>
    internal async Task UntilAnybodyListens(CancellationToken stop)
    {
        while (!AnybodyListens) await _arrived.WaitAsync(stop);
    }

    internal StaffListener Listen(IReadOnlySet<string> listenedTo)
    {
        var listener = new StaffListener(this, listenedTo);
        _listeners.TryAdd(listener, 0);
        if (_arrived.CurrentCount == 0) _arrived.Release();
        return listener;
    }

    internal void Leave(StaffListener listener) => _listeners.TryRemove(listener, out _);

    /// <summary>Looks whether another node, or a transaction of this one, has raised anything.</summary>
    internal async Task Look(CancellationToken stop)
    {
        var now = await topics.Versions(stop);
        List<string> changed = [];
        lock (_looking)
        {
            // What changed before anybody listened is on the page already.
            if (_seen is { } seen) changed = [.. now.Where(t => t.Value > seen.GetValueOrDefault(t.Key)).Select(t => t.Key)];
            _seen = new(now);
        }

        foreach (var topic in changed) Tell(topic);
    }

    /// <summary>Nobody listens: what is raised from now on need not be told.</summary>
    internal void Rest()
    {
        lock (_looking) _seen = null;
    }

    public void Dispose() => _arrived.Dispose();

    void Tell(string topic)
    {
        foreach (var listener in _listeners.Keys) listener.Hear(topic);
    }
}
