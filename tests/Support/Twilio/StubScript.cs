using System.Collections.Concurrent;

namespace MdtChatBot.Support;

/// <summary>The answers that a test has laid ready: first those for one recipient, then those for anybody, then acceptance.</summary>
sealed class StubScript
{
    readonly ConcurrentQueue<StubAnswer> _forAnybody = new();
    readonly ConcurrentDictionary<string, ConcurrentQueue<StubAnswer>> _forOne = new(StringComparer.Ordinal);

    public void Add(IEnumerable<StubAnswer> answers)
    {
        foreach (var answer in answers) _forAnybody.Enqueue(answer);
    }

    public void AddFor(string to, IEnumerable<StubAnswer> answers)
    {
        var own = _forOne.GetOrAdd(to, static _ => new());
        foreach (var answer in answers) own.Enqueue(answer);
    }

    public StubAnswer For(string to)
    {
        if (!_forOne.IsEmpty && _forOne.TryGetValue(to, out var own) && own.TryDequeue(out var mine)) return mine;
        return _forAnybody.TryDequeue(out var next) ? next : StubAnswer.Accept;
    }
}
