namespace MdtChatBot.Workflow.Understanding;

/// <summary>Reads phrases of one file, which share their words: there are tens of thousands, of far fewer words.</summary>
sealed class PhraseReader
{
    readonly Dictionary<string, string> _cores = [];

    /// <summary>A phrase whose words may have slips of the keyboard; null where nothing is left after normalising.</summary>
    public Phrase? Forgiving(string written) => Read(written, exact: false, othersBetween: 2);

    /// <summary>A phrase that must be written so: one letter turns the Persian “I get” into “I die”.</summary>
    public Phrase? Exact(string written) => Read(written, exact: true, othersBetween: 2);

    /// <summary>Exact, with nothing between: “doodmoe” is hyperbole, “dood, ik ben moe” is not.</summary>
    public Phrase? Together(string written) => Read(written, exact: true, othersBetween: 0);

    Phrase? Read(string written, bool exact, int othersBetween) => Phrase.Of(
        [.. written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => new PhraseWord(CoreOf(w.Trim('*')), w[0] is '*', w[^1] is '*', exact)).Where(w => w.Core.Length > 0)],
        othersBetween);

    string CoreOf(string word)
    {
        if (_cores.TryGetValue(word, out var known)) return known;
        var core = Heard.Of(word).Normal.Replace(" ", "", StringComparison.Ordinal);
        return _cores[word] = core == word ? word : core;
    }
}
