using System.Buffers;

namespace MdtChatBot.Workflow.Understanding;

/// <summary>
/// Phrases so that few of them need a look: a language has thousands, and a message holds a handful of words. Those that begin anywhere in
/// a word are looked at only if one of their beginnings is in the message at all; the others by the one or two letters they begin with.
/// </summary>
sealed class PhraseList
{
    readonly IReadOnlyList<Phrase> _phrases;
    readonly Dictionary<string, List<Phrase>> _byLetters;
    readonly Dictionary<string, List<Phrase>>.AlternateLookup<ReadOnlySpan<char>> _beginningWith;
    readonly List<Phrase> _anyLetter;
    readonly SearchValues<string> _beginnings;

    public PhraseList(IReadOnlyList<Phrase> phrases)
    {
        _phrases = phrases;
        var sorted = phrases.OrderByDescending(p => p.Letters).ToList();
        _anyLetter = sorted.Where(p => p.FirstLetters.Length == 0).ToList();
        _beginnings = SearchValues.Create(_anyLetter.Select(p => p.Beginning).ToArray(), StringComparison.Ordinal);
        _byLetters = sorted.Where(p => p.FirstLetters.Length > 0).GroupBy(p => p.FirstLetters).ToDictionary(g => g.Key, g => g.ToList());
        _beginningWith = _byLetters.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public PhraseList Over(PhraseList other) => new([.. _phrases, .. other._phrases]);

    public bool AnyIn(IReadOnlyList<string> words) => LongestIn(words, atLeast: 0) > 0;

    /// <summary>Letters of the longest phrase that is in the message and has at least so many; 0 where there is none.</summary>
    public int LongestIn(IReadOnlyList<string> words, int atLeast)
    {
        var longest = 0;
        foreach (var phrases in Candidates(words)) longest = Math.Max(longest, Longest(phrases, words, Math.Max(atLeast, longest + 1)));
        return longest;
    }

    /// <summary>Where a phrase of the list stands in the message; null where none does.</summary>
    public (int First, int Last)? FirstIn(IReadOnlyList<string> words)
    {
        foreach (var phrases in Candidates(words))
            foreach (var phrase in phrases)
                if (phrase.FirstIn(words) is { } found) return found;
        return null;
    }

    IEnumerable<List<Phrase>> Candidates(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].AsSpan().ContainsAny(_beginnings)) continue;
            yield return _anyLetter;
            break;
        }

        for (var i = 0; i < words.Count; i++)
            for (var letters = 1; letters <= 2 && letters <= words[i].Length; letters++)
                if (_beginningWith.TryGetValue(words[i].AsSpan(0, letters), out var phrases)) yield return phrases;
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
