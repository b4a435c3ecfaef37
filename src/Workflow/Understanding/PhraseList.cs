namespace MdtChatBot.Workflow.Understanding;

/// <summary>Phrases by the letter they begin with: a language has thousands, and a message needs to be held against a few of them only.</summary>
sealed class PhraseList
{
    readonly Dictionary<char, List<Phrase>> _byLetter;
    readonly List<Phrase> _anyLetter;

    public PhraseList(IReadOnlyList<Phrase> phrases)
    {
        _anyLetter = phrases.Where(p => p.FirstLetter is null).OrderByDescending(p => p.Letters).ToList();
        _byLetter = phrases.Where(p => p.FirstLetter is not null).OrderByDescending(p => p.Letters).GroupBy(p => p.FirstLetter ?? ' ').ToDictionary(g => g.Key, g => g.ToList());
    }

    public bool AnyIn(IReadOnlyList<string> words) => LongestIn(words, atLeast: 0) > 0;

    /// <summary>Letters of the longest phrase that is in the message and has at least so many; 0 where there is none.</summary>
    public int LongestIn(IReadOnlyList<string> words, int atLeast)
    {
        var longest = Longest(_anyLetter, words, atLeast);
        for (var i = 0; i < words.Count; i++)
            if (_byLetter.TryGetValue(words[i][0], out var phrases)) longest = Math.Max(longest, Longest(phrases, words, Math.Max(atLeast, longest + 1)));
        return longest;
    }

    /// <summary>Where a phrase of the list first stands in the message; null where none does.</summary>
    public (int First, int Last)? FirstIn(IReadOnlyList<string> words)
    {
        foreach (var phrase in _anyLetter)
            if (phrase.FirstIn(words) is { } found) return found;
        for (var i = 0; i < words.Count; i++)
        {
            if (!_byLetter.TryGetValue(words[i][0], out var phrases)) continue;
            foreach (var phrase in phrases)
                if (phrase.FirstIn(words) is { } found) return found;
        }

        return null;
    }

    // Longest first, so the first that fits is the longest.
    static int Longest(List<Phrase> sorted, IReadOnlyList<string> words, int atLeast)
    {
        foreach (var phrase in sorted)
        {
            if (phrase.Letters < atLeast) return 0;
            if (phrase.IsIn(words)) return phrase.Letters;
        }

        return 0;
    }
}
