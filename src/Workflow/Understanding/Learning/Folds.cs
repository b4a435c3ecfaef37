namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>
/// Cuts utterances into parts to be tested on, each after learning from the others. What is nearly the same in one language stays in one part: a model that
/// has seen “ik kan morgen niet komen” proves nothing with “ik kan morgen niet kommen”.
/// </summary>
static class Folds
{
    // Share of three-letter pieces in common from which two utterances are nearly the same.
    const double NearlySame = 0.7;

    /// <summary>The part, from 0, of each utterance.</summary>
    public static int[] Of(IReadOnlyList<Utterance> utterances, int folds)
    {
        var groups = Groups(utterances);
        // A multiplicative hash spreads neighbours in the files, which tend to resemble each other, over the parts.
        return groups.Select(g => (int)(((uint)g * 2654435761u) >> 16) % folds).ToArray();
    }

    /// <summary>A number for each utterance, the same where they are nearly the same.</summary>
    public static int[] Groups(IReadOnlyList<Utterance> utterances)
    {
        var parents = Enumerable.Range(0, utterances.Count).ToArray();
        foreach (var language in Enumerable.Range(0, utterances.Count).GroupBy(i => utterances[i].Language))
        {
            var pieces = language.Select(i => (At: i, Pieces: PiecesOf(utterances[i].Words))).ToList();
            for (var a = 0; a < pieces.Count; a++)
                for (var b = 0; b < a; b++)
                    if (Resemble(pieces[a].Pieces, pieces[b].Pieces)) parents[Root(parents, pieces[a].At)] = Root(parents, pieces[b].At);
        }

        return Enumerable.Range(0, utterances.Count).Select(i => Root(parents, i)).ToArray();
    }

    static int Root(int[] parents, int at)
    {
        while (parents[at] != at) at = parents[at] = parents[parents[at]];
        return at;
    }

    static uint[] PiecesOf(string words)
    {
        var pieces = new List<uint>();
        foreach (var word in Heard.Of(words).Words) GramHash.Pieces(word, 3, 3, pieces);
        return pieces.Distinct().Order().ToArray();
    }

    static bool Resemble(uint[] a, uint[] b)
    {
        if (a.Length < NearlySame * b.Length || b.Length < NearlySame * a.Length) return false;
        var (i, j, same) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j]) same++;
            var (stepA, stepB) = (a[i] <= b[j], b[j] <= a[i]);
            if (stepA) i++;
            if (stepB) j++;
        }

        return same >= NearlySame * (a.Length + b.Length - same);
    }
}
