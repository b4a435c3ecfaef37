using System.Runtime.InteropServices;

namespace MdtChatBot.Workflow.Understanding;

/// <summary>
/// Phrases by what they mean, filed so that few of them need a look: there are tens of thousands, and a message holds a handful of words. Each lies
/// under one of its words, the one that the fewest others could lie under: “ik wil dood” under “dood”.
/// </summary>
sealed class PhraseList<TMeaning>
    where TMeaning : struct, IComparable
{
    // Those that lie under the same letters together, of them the longest first; and where they begin and how many they are.
    readonly Filed[] _filed;
    readonly Dictionary<string, (int First, int Count)>.AlternateLookup<ReadOnlySpan<char>> _under;

    public PhraseList(IReadOnlyList<(Phrase Phrase, TMeaning Meaning)> items)
    {
        var counts = new Dictionary<string, int>().GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (phrase, _) in items)
            foreach (var word in phrase.Words) CollectionsMarshal.GetValueRefOrAddDefault(counts, word.Telling, out _)++;
        var under = new Dictionary<string, (int First, int Count)>();
        _under = under.GetAlternateLookup<ReadOnlySpan<char>>();
        var longestFirst = items.OrderByDescending(i => i.Phrase.Letters).Select(i => (Word: Rarest(i.Phrase, counts), i.Phrase, i.Meaning)).ToList();
        foreach (var (word, _, _) in longestFirst) CollectionsMarshal.GetValueRefOrAddDefault(_under, word.Telling, out _).Count++;
        under.TrimExcess();
        var first = 0;
        foreach (var letters in under.Keys)
        {
            ref var file = ref CollectionsMarshal.GetValueRefOrNullRef(under, letters);
            (file, first) = ((first, 0), first + file.Count);
        }

        _filed = new Filed[items.Count];
        foreach (var (word, phrase, meaning) in longestFirst)
        {
            ref var file = ref CollectionsMarshal.GetValueRefOrNullRef(_under, word.Telling);
            _filed[file.First + file.Count++] = new Filed(phrase, word.Place, meaning);
        }
    }

    public PhraseList<TMeaning> Over(PhraseList<TMeaning> other) => new([.. _filed.Concat(other._filed).Select(f => (f.Phrase, f.Meaning))]);

    static PhraseWord Rarest(Phrase phrase, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> counts)
    {
        var rarest = phrase.Words[0];
        foreach (var word in phrase.Words[1..])
            if (counts[word.Telling] < counts[rarest.Telling]) rarest = word;
        return rarest;
    }

    /// <summary>What the phrases in the message mean; the same more than once where several do.</summary>
    public IEnumerable<TMeaning> In(IReadOnlyList<string> words)
    {
        foreach (var (phrase, _, meaning) in FiledFor(words))
            if (phrase.IsIn(words)) yield return meaning;
    }

    /// <summary>What the longest phrase in the message means, of several as long the first meaning, and its letters; null where none is in it.</summary>
    public (TMeaning Meaning, int Letters)? LongestIn(IReadOnlyList<string> words)
    {
        (TMeaning Meaning, int Letters)? best = null;
        foreach (var (phrase, _, meaning) in FiledFor(words))
        {
            var isBetter = best is not { } known || phrase.Letters > known.Letters || (phrase.Letters == known.Letters && meaning.CompareTo(known.Meaning) < 0);
            if (isBetter && phrase.IsIn(words)) best = (meaning, phrase.Letters);
        }

        return best;
    }

    /// <summary>Where a phrase of the list stands in the message; null where none does.</summary>
    public (int First, int Last)? FirstIn(IReadOnlyList<string> words)
    {
        foreach (var filed in FiledFor(words))
            if (filed.Phrase.FirstIn(words) is { } found) return found;
        return null;
    }

    // Those that may be in the message: a word of it has the letters under which they lie, where they must stand. Of those that lie together, the longest first.
    IEnumerable<Filed> FiledFor(IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            foreach (var filed in Under(word))
                if (filed.Place is WordPlace.Whole) yield return filed;
            for (var at = 0; at < word.Length; at++)
                for (var letters = 1; letters <= PhraseWord.LettersFiled && at + letters <= word.Length; letters++)
                    foreach (var filed in Under(word.AsSpan(at, letters)))
                        if (filed.Place is WordPlace.Anywhere || (filed.Place is WordPlace.Beginning && at == 0)) yield return filed;
        }
    }

    ArraySegment<Filed> Under(ReadOnlySpan<char> letters) => _under.TryGetValue(letters, out var file) ? new(_filed, file.First, file.Count) : ArraySegment<Filed>.Empty;

    readonly record struct Filed(Phrase Phrase, WordPlace Place, TMeaning Meaning);
}
