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
        // Made at each start: letters are looked up once for each word, and go by number from then on.
        var numbers = new Dictionary<string, int>();
        var rarest = Rarest(items, Number(items, numbers), numbers.Count);
        var files = new (int First, int Count)[numbers.Count];
        foreach (var (_, number) in rarest) files[number].Count++;
        var first = 0;
        foreach (ref var file in files.AsSpan()) (file, first) = ((first, 0), first + file.Count);

        _filed = new Filed[items.Count];
        foreach (var item in LongestFirst(items))
        {
            var (phrase, meaning) = items[item];
            ref var file = ref files[rarest[item].Number];
            _filed[file.First + file.Count++] = new Filed(phrase, phrase.Words[rarest[item].Word].Place, meaning);
        }

        var under = numbers.Where(letters => files[letters.Value].Count > 0).ToDictionary(letters => letters.Key, letters => files[letters.Value]);
        under.TrimExcess();
        _under = under.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Of each word of each phrase in turn: the number of the letters under which it could lie.</summary>
    static List<int> Number(IReadOnlyList<(Phrase Phrase, TMeaning Meaning)> items, Dictionary<string, int> numbers)
    {
        var known = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var numbered = new List<int>(items.Count);
        foreach (var (phrase, _) in items)
            foreach (var word in phrase.Words)
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, word.Telling, out var isKnown);
                if (!isKnown) number = numbers.Count - 1;
                numbered.Add(number);
            }

        return numbered;
    }

    /// <summary>Of each phrase the first of its words that the fewest share, and the number of its letters.</summary>
    static (int Word, int Number)[] Rarest(IReadOnlyList<(Phrase Phrase, TMeaning Meaning)> items, List<int> numbered, int numbers)
    {
        var sharing = new int[numbers];
        foreach (var number in numbered) sharing[number]++;
        var rarest = new (int Word, int Number)[items.Count];
        var at = 0;
        for (var item = 0; item < items.Count; item++)
        {
            rarest[item] = (0, numbered[at]);
            var words = items[item].Phrase.Words.Length;
            for (var word = 1; word < words; word++)
                if (sharing[numbered[at + word]] < sharing[rarest[item].Number]) rarest[item] = (word, numbered[at + word]);
            at += words;
        }

        return rarest;
    }

    // As long ones in the order in which they came.
    static int[] LongestFirst(IReadOnlyList<(Phrase Phrase, TMeaning Meaning)> items)
    {
        var keys = new long[items.Count];
        for (var item = 0; item < keys.Length; item++) keys[item] = ((long)-items[item].Phrase.Letters << 32) | (uint)item;
        Array.Sort(keys);
        return Array.ConvertAll(keys, key => (int)key);
    }

    public PhraseList<TMeaning> Over(PhraseList<TMeaning> other) => new([.. _filed.Concat(other._filed).Select(f => (f.Phrase, f.Meaning))]);

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
