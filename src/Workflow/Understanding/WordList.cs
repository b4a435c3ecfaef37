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

    public TMeaning? Exact(string normal) => _exact.TryGetValue(normal, out var meaning) ? meaning : null;

    /// <summary>The first that is the same but for slips of the keyboard.</summary>
    public TMeaning? Near(string normal)
    {
        foreach (var (word, meaning) in _exact)
            if (NearMiss.Same(normal, word)) return meaning;
        return null;
    }
}
