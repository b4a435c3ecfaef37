using System.Globalization;
using MdtChatBot.Workflow.Understanding;
using MdtChatBot.Workflow.Understanding.Learning;

namespace MdtChatBot.Bot.Understanding;

/// <summary>What labelled lines would change, in figures and line by line.</summary>
static class TrialReport
{
    const int MostShown = 30;

    public static void Write(IReadOnlyList<Tried> tried, int labelled, TextWriter to)
    {
        var (repository, lines) = (tried.Where(t => !t.IsLabelled).ToList(), tried.Where(t => t.IsLabelled).ToList());
        to.WriteLine("""

            Every line was read by two models that had seen neither it nor anything nearly the same: one learned without the labelled lines, one with them.
            """);
        Table($"What is in content/intents (synthetic data; learned with {labelled} labelled lines more)", repository, to);
        Table($"The {labelled} labelled lines", lines, to);
        Lines("Labelled lines that become right", lines.Where(t => Turns(t, right: true)), to);
        Lines("Labelled lines that become wrong", lines.Where(t => Turns(t, right: false)), to);
        Lines("Labelled lines that stay wrong", lines.Where(t => !t.Without.IsRight && !t.With.IsRight), to);
        to.WriteLine($"\nOf content/intents {repository.Count(t => Turns(t, right: true))} become right and {repository.Count(t => Turns(t, right: false))} become wrong; a few either way are chance.");
        Lines("Of content/intents, what becomes wrong", repository.Where(t => Turns(t, right: false)), to);
        Lines("Of content/intents, a crisis that is no longer found, or a new false alarm", repository.Where(IsWorseForCrisis), to);
    }

    static bool Turns(Tried tried, bool right) => tried.Without.IsRight != right && tried.With.IsRight == right;

    static bool IsWorseForCrisis(Tried tried) => SeesCrisisRightly(tried.Without) && !SeesCrisisRightly(tried.With);

    static bool SeesCrisisRightly(Judged judged) => (judged.Understood.Intent is Intent.Crisis) == (judged.Utterance.Intent is Intent.Crisis);

    static void Table(string title, List<Tried> tried, TextWriter to)
    {
        to.WriteLine($"""

            ### {title}

            | language | lines | intent right | crisis found | false alarms | out of scope, answered |
            |---|---|---|---|---|---|
            """);
        foreach (var language in tried.GroupBy(t => t.With.Utterance.Language.Code).OrderBy(g => g.Key, StringComparer.Ordinal)) Row(language.Key, [.. language], to);
        Row("all", tried, to);
    }

    static void Row(string name, List<Tried> tried, TextWriter to)
    {
        var (without, with) = (Marks.Of([.. tried.Select(t => t.Without)]), Marks.Of([.. tried.Select(t => t.With)]));
        string[] cells = [name, $"{with.Utterances}", .. new Func<Marks, double?>[] { m => m.Right, m => m.CrisisFound, m => m.FalseAlarms, m => m.OutsideAnswered }.Select(mark => Change(mark(without), mark(with)))];
        to.WriteLine($"| {string.Join(" | ", cells)} |");
    }

    static string Change(double? without, double? with) => (without, with) is ({ } before, { } after)
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * before:0.0} → {100 * after:0.0} %")
        : "";

    static void Lines(string title, IEnumerable<Tried> of, TextWriter to)
    {
        var all = of.ToList();
        if (all.Count == 0) return;
        to.WriteLine($"\n{title}: {all.Count}\n");
        foreach (var one in all.Take(MostShown))
            to.WriteLine($"- {one.With.Utterance.Language}: “{one.With.Utterance.Words}” is {IntentName.Of(one.With.Utterance.Intent)}; {Told(one.Without)} → {Told(one.With)}");
        if (all.Count > MostShown) to.WriteLine($"- and {all.Count - MostShown} more");
    }

    static string Told(Judged judged) => string.Create(CultureInfo.InvariantCulture, $"{IntentName.Of(judged.Understood.Intent)} {100 * judged.Understood.Confidence:0} %");
}
