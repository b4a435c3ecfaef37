namespace MdtChatBot.Workflow.Understanding;

/// <summary>Words that are a whole message, by what they mean. On the same word the meaning that was written first wins.</summary>
sealed class WordList<TMeaning>
    where TMeaning : struct, Enum
{
    readonly Dictionary<string, TMeaning> _exact = [];

    public WordList(IReadOnlyDictionary<TMeaning, IReadOnlyList<string>> words)
    {
        foreach (var (meaning, written) in words)
            foreach (var word in written) _exact.TryAdd(word, meaning);
    }

    WordList(Dictionary<string, TMeaning> exact) => _exact = exact;

    /// <summary>These words first, and the others.</summary>
    public WordList<TMeaning> Over(WordList<TMeaning> other)
    {
        var all = new Dictionary<string, TMeaning>(_exact);
        foreach (var (word, meaning) in other._exact) all.TryAdd(word, meaning);
        return new WordList<TMeaning>(all);
    }

    public TMeaning? Exact(string normal) => _exact.TryGetValue(normal, out var meaning) ? meaning : null;

    /// <summary>The first that is the same but for slips of the keyboard.</summary>
    public TMeaning? Near(string normal)
    {
        foreach (var (word, meaning) in _exact)
            if (NearMiss.Same(normal, word)) return meaning;
        return null;
    }
}
