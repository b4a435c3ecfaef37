namespace MdtChatBot.Workflow.Understanding;

/// <summary>
/// A few words that may stand anywhere in a message: in this order, mostly with at most two other words between.
/// A word may begin or end with <c>*</c>: <c>reis*</c> fits “reiskosten”.
/// </summary>
sealed class Phrase
{
    readonly IReadOnlyList<PhraseWord> _words;
    readonly int _othersBetween;

    Phrase(IReadOnlyList<PhraseWord> words, int othersBetween)
    {
        _words = words;
        _othersBetween = othersBetween;
        Letters = words.Sum(w => w.Core.Length);
    }

    /// <summary>The letters that its first word holds.</summary>
    public string Beginning => _words[0].Core;

    /// <summary>The one or two letters that a message's word must begin with for this phrase to begin there; empty where any may.</summary>
    public string FirstLetters => _words[0].FirstLetters;

    /// <summary>How telling the phrase is: its number of letters.</summary>
    public int Letters { get; }

    /// <summary>A phrase whose words may have slips of the keyboard; null where nothing is left after normalising.</summary>
    public static Phrase? Parse(string written) => Parse(written, exact: false, othersBetween: 2);

    /// <summary>A phrase that must be written so: one letter turns the Persian “I get” into “I die”.</summary>
    public static Phrase? ParseExact(string written) => Parse(written, exact: true, othersBetween: 2);

    /// <summary>Exact, with nothing between: “doodmoe” is hyperbole, “dood, ik ben moe” is not.</summary>
    public static Phrase? ParseTogether(string written) => Parse(written, exact: true, othersBetween: 0);

    static Phrase? Parse(string written, bool exact, int othersBetween)
    {
        var words = written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => PhraseWord.Parse(w, exact)).Where(w => w.Core.Length > 0).ToList();
        return words.Count == 0 ? null : new Phrase(words, othersBetween);
    }

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
        for (var next = 1; next < _words.Count; next++)
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
    public static PhraseWord Parse(string word, bool exact) =>
        new(Heard.Of(word.Trim('*')).Normal.Replace(" ", "", StringComparison.Ordinal), word[0] is '*', word[^1] is '*', exact);

    // Slips are forgiven from the second letter on, see NearMiss.
    public string FirstLetters => AnyBefore ? "" : Core.Length > 1 && (Exact || AnyAfter || Core.Length < NearMiss.ShortestForgiven) ? Core[..2] : Core[..1];

    public bool Fits(string heard) => (AnyBefore, AnyAfter) switch
    {
        (false, false) => Exact ? heard == Core : NearMiss.Same(heard, Core),
        (false, true) => heard.StartsWith(Core, StringComparison.Ordinal),
        (true, false) => heard.EndsWith(Core, StringComparison.Ordinal),
        _ => heard.Contains(Core, StringComparison.Ordinal),
    };
}
