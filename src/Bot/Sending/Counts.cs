namespace MdtChatBot.Bot.Sending;

/// <summary>Counts in memory, from many threads, until they are taken: sending asks no database for a count.</summary>
sealed class Counts<TKey>
    where TKey : notnull
{
    readonly Lock _gate = new();
    Dictionary<TKey, long> _counts = [];

    public void Add(TKey key, long more = 1)
    {
        lock (_gate) _counts[key] = _counts.GetValueOrDefault(key) + more;
    }

    /// <summary>All there are; they begin anew.</summary>
    public IReadOnlyDictionary<TKey, long> Take()
    {
        lock (_gate)
        {
            var taken = _counts;
            if (taken.Count > 0) _counts = [];
            return taken;
        }
    }
}
