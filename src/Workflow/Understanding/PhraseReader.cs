namespace MdtChatBot.Workflow.Understanding;

/// <summary>Reads phrases of one file, which share their words: there are tens of thousands, of far fewer words.</summary>
sealed class PhraseReader
{
    // A reader of a whole file has many words, one that reads a name or two has few.
    const int FewestTogether = 8;
    const int MostTogether = 2048;

    readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _cores = new Dictionary<string, string>().GetAlternateLookup<ReadOnlySpan<char>>();
    PhraseWord[] _words = [];
    int _used;

    /// <summary>A phrase whose words may have slips of the keyboard; null where nothing is left after normalising.</summary>
    public Phrase? Forgiving(string written) => Read(written, exact: false, othersBetween: 2);

    /// <summary>A phrase that must be written so: one letter turns the Persian “I get” into “I die”.</summary>
    public Phrase? Exact(string written) => Read(written, exact: true, othersBetween: 2);

    /// <summary>Exact, with nothing between: “doodmoe” is hyperbole, “dood, ik ben moe” is not.</summary>
    public Phrase? Together(string written) => Read(written, exact: true, othersBetween: 0);

    Phrase? Read(string written, bool exact, byte othersBetween)
    {
        var parts = written.AsSpan().Count(' ') + 1;
        if (_used + parts > _words.Length) (_words, _used) = (new PhraseWord[Math.Max(Math.Clamp(2 * _words.Length, FewestTogether, MostTogether), parts)], 0);
        var first = _used;
        foreach (var range in written.AsSpan().Split(' '))
        {
            var part = written.AsSpan(range);
            if (part.IsEmpty) continue;
            var word = new PhraseWord(CoreOf(part.Trim('*')), part[0] is '*', part[^1] is '*', exact);
            if (word.Core.Length > 0) _words[_used++] = word;
        }

        return _used == first ? null : new Phrase(new ArraySegment<PhraseWord>(_words, first, _used - first), othersBetween);
    }

    string CoreOf(ReadOnlySpan<char> word)
    {
        if (_cores.TryGetValue(word, out var known)) return known;
        var written = word.ToString();
        var core = Heard.Of(written).Normal.Replace(" ", "", StringComparison.Ordinal);
        return _cores[word] = core == written ? written : core;
    }
}
