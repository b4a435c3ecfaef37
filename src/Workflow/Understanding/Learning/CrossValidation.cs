namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>An utterance, and what was made of it by a model that had not seen it.</summary>
public readonly record struct Judged(Utterance Utterance, Understood Understood, Language? Guessed)
{
    public bool IsRight => Understood.Intent == Utterance.Intent;
}

/// <summary>How well unseen utterances are understood: each part is read by a model that learned from the others. The data are synthetic, and so are these figures.</summary>
public sealed class CrossValidation(Phrases phrases, Lessons lessons)
{
    /// <summary>The utterances of all parts, each judged once.</summary>
    public IReadOnlyList<Judged> Run(int folds)
    {
        var utterances = lessons.Utterances;
        var parts = Folds.Of(utterances, folds);
        return Enumerable.Range(0, folds).SelectMany(f => Test(utterances.Where((_, i) => parts[i] != f), utterances.Where((_, i) => parts[i] == f))).ToList();
    }

    /// <summary>Learns from all that do not resemble <paramref name="heldOut"/>, and is tested on that.</summary>
    public IReadOnlyList<Judged> HoldOut(IReadOnlyList<Utterance> heldOut)
    {
        var utterances = lessons.Utterances;
        var groups = Folds.Groups([.. heldOut, .. utterances]);
        var seen = groups.Take(heldOut.Count).ToHashSet();
        return Test(utterances.Where((_, i) => !seen.Contains(groups[heldOut.Count + i])), heldOut);
    }

    List<Judged> Test(IEnumerable<Utterance> learned, IEnumerable<Utterance> tested) => Judge(phrases, lessons, learned, tested);

    /// <summary>What a model makes of these that learned from those, and from the phrases and texts of the lessons.</summary>
    internal static List<Judged> Judge(Phrases phrases, Lessons lessons, IEnumerable<Utterance> learned, IEnumerable<Utterance> tested)
    {
        var interpreter = new Interpreter(phrases, (lessons with { Utterances = [.. learned] }).Learn());
        return tested.Select(u => Judge(interpreter, u)).ToList();
    }

    static Judged Judge(Interpreter interpreter, Utterance utterance)
    {
        var heard = Heard.Of(utterance.Words);
        return new Judged(utterance, interpreter.Read(heard, utterance.Language), interpreter.LanguageOf(heard));
    }
}
