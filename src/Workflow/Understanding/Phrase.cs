namespace MdtChatBot.Workflow.Understanding;

/// <summary>
/// A few words that may stand anywhere in a message: in this order, mostly with at most two other words between.
/// A word may begin or end with <c>*</c>: <c>reis*</c> fits “reiskosten”.
/// </summary>
/// <remarks>There are tens of thousands, so each is no object of its own, but a stretch of an array that many share.</remarks>
readonly struct Phrase
{
    readonly PhraseWord[] _shared;
    readonly int _first;
    readonly byte _count;
    readonly byte _othersBetween;
    readonly ushort _letters;

    /// <param name="words">A stretch of an array that stays as it is; at least one word.</param>
    public Phrase(ArraySegment<PhraseWord> words, byte othersBetween)
    {
        _shared = words.Array!;
        _first = words.Offset;
        _count = checked((byte)words.Count);
        _othersBetween = othersBetween;
        foreach (var word in words) _letters += (ushort)word.Core.Length;
    }

    public ReadOnlySpan<PhraseWord> Words => _shared.AsSpan(_first, _count);

    /// <summary>How telling the phrase is: its number of letters.</summary>
    public int Letters => _letters;

    public bool IsIn(IReadOnlyList<string> heard) => FirstIn(heard) is not null;

    /// <summary>Where the phrase begins and ends in the message; null where it is not in it.</summary>
    public (int First, int Last)? FirstIn(IReadOnlyList<string> heard)
    {
        var first = Words[0];
        for (var start = 0; start < heard.Count; start++)
        {
            if (!first.Fits(heard[start])) continue;
            if (EndFrom(heard, start) is { } end) return (start, end);
        }

        return null;
    }

    int? EndFrom(IReadOnlyList<string> heard, int at)
    {
        foreach (var word in Words[1..])
        {
            var found = -1;
            for (var i = at + 1; i <= at + 1 + _othersBetween && i < heard.Count && found < 0; i++)
                if (word.Fits(heard[i])) found = i;
            if (found < 0) return null;
            at = found;
        }

        return at;
    }
}

/// <summary>One word of a phrase, with its wildcards.</summary>
readonly record struct PhraseWord(string Core, bool AnyBefore, bool AnyAfter, bool Exact)
{
    /// <summary>Of the letters by which it is filed, at most so many where they are not the whole word.</summary>
    public const int LettersFiled = 3;

    /// <summary>Letters that a message's word must have for this one to fit it, and where (<see cref="Place"/>).</summary>
    public ReadOnlySpan<char> Telling => Place is WordPlace.Whole ? Core : Core.AsSpan(0, Math.Min(Core.Length, Exact || AnyBefore || AnyAfter ? LettersFiled : 1));

    // Slips are forgiven from the second letter on, see NearMiss.
    public WordPlace Place => AnyBefore ? WordPlace.Anywhere : AnyAfter || (!Exact && Core.Length >= NearMiss.ShortestForgiven) ? WordPlace.Beginning : WordPlace.Whole;

    public bool Fits(string heard) => (AnyBefore, AnyAfter) switch
    {
        (false, false) => Exact ? heard == Core : NearMiss.Same(heard, Core),
        (false, true) => heard.StartsWith(Core, StringComparison.Ordinal),
        (true, false) => heard.EndsWith(Core, StringComparison.Ordinal),
        _ => heard.Contains(Core, StringComparison.Ordinal),
    };
}

/// <summary>Where in a message's word the letters stand by which a phrase is filed.</summary>
enum WordPlace
{
    Whole,
    Beginning,
    Anywhere,
}
