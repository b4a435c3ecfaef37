namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>An utterance that neither model had seen: what it is taken for without the labelled lines, and with them.</summary>
/// <param name="IsLabelled">One of the labelled lines, not of the repository.</param>
public readonly record struct Tried(Judged Without, Judged With, bool IsLabelled);

/// <summary>
/// What lines that staff labelled would change if they were learned from: in each part, one model learns from the others without those lines and one with
/// them, and both read the part. So a line is never tested by a model that has seen it, and a loss elsewhere is seen beside the gain.
/// </summary>
/// <param name="phrases">What stands before the classifier.</param>
/// <param name="lessons">What is learned from now.</param>
/// <param name="labelled">Lines that are not there yet.</param>
public sealed class Trial(Phrases phrases, Lessons lessons, IReadOnlyList<Utterance> labelled)
{
    readonly IReadOnlyList<Utterance> _all = [.. lessons.Utterances, .. labelled];

    /// <summary>Every utterance once, those of the repository first.</summary>
    /// <param name="folds">How many parts.</param>
    /// <param name="step">Told before each part.</param>
    public IReadOnlyList<Tried> Run(int folds, Action<int> step)
    {
        var parts = Folds.Of(_all, folds);
        var tried = new List<(int At, Tried Tried)>(_all.Count);
        for (var part = 0; part < folds; part++)
        {
            step(part);
            tried.AddRange(Of(part, parts));
        }

        return [.. tried.OrderBy(t => t.At).Select(t => t.Tried)];
    }

    IEnumerable<(int At, Tried Tried)> Of(int part, int[] parts)
    {
        var tested = Enumerable.Range(0, _all.Count).Where(i => parts[i] == part).ToList();
        var learned = Enumerable.Range(0, _all.Count).Where(i => parts[i] != part).ToList();
        // Each takes seconds, and most machines have a processor for each.
        var judged = Enumerable.Range(0, 2).AsParallel().AsOrdered()
            .Select(model => CrossValidation.Judge(phrases, lessons, learned.Select(i => model == 0 && IsLabelled(i) ? Silent(_all[i]) : _all[i]), tested.Select(i => _all[i])))
            .ToList();
        return tested.Select((at, i) => (at, new Tried(judged[0][i], judged[1][i], IsLabelled(at))));
    }

    // Without words there is nothing to learn from; that it has a place keeps the order of learning, which is chance, the same for both.
    static Utterance Silent(Utterance labelled) => labelled with { Words = "" };

    bool IsLabelled(int at) => at >= lessons.Utterances.Count;
}
