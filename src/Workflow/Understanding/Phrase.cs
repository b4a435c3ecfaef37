namespace MdtChatBot.Workflow.Understanding;

/// <summary>
/// A few words that may stand anywhere in a message: in this order, mostly with at most two other words between.
/// A word may begin or end with <c>*</c>: <c>reis*</c> fits “reiskosten”.
/// </summary>
sealed class Phrase
{
    readonly PhraseWord[] _words;
    readonly int _othersBetween;

    Phrase(PhraseWord[] words, int othersBetween)
    {
        _words = words;
        _othersBetween = othersBetween;
        Letters = words.Sum(w => w.Core.Length);
    }

    public IReadOnlyList<PhraseWord> Words => _words;

    /// <summary>How telling the phrase is: its number of letters.</summary>
    public int Letters { get; }

    /// <summary>Null without words.</summary>
    public static Phrase? Of(PhraseWord[] words, int othersBetween) => words.Length == 0 ? null : new Phrase(words, othersBetween);

    public bool IsIn(IReadOnlyList<string> heard) => FirstIn(heard) is not null;

    /// <summary>Where the phrase begins and ends in the message; null where it is not in it.</summary>
    public (int First, int Last)? FirstIn(IReadOnlyList<string> heard)
    {
        for (var start = 0; start < heard.Count; start++)
        {
            if (!_words[0].Fits(heard[start])) continue;
            if (EndFrom(heard, start) is { } end) return (start, end);
        }

        return null;
    }

    int? EndFrom(IReadOnlyList<string> heard, int at)
    {
        for (var next = 1; next < _words.Length; next++)
        {
            var found = -1;
            for (var i = at + 1; i <= at + 1 + _othersBetween && i < heard.Count && found < 0; i++)
                if (_words[next].Fits(heard[i])) found = i;
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
