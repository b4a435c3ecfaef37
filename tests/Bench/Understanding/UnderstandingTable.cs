using System.Globalization;
using MdtChatBot.Workflow.Understanding;
using MdtChatBot.Workflow.Understanding.Learning;

namespace MdtChatBot.Bench.Understanding;

/// <summary>The figures of issue 5, one row for each language and one for all.</summary>
static class UnderstandingTable
{
    public static void Print(string title, IReadOnlyList<Judged> judged)
    {
        Console.WriteLine($"""

            ### {title} (synthetic data)

            | language | utterances | intent right | answered, of these wrong | asked between, right among the two | crisis found | false alarms | out of scope, answered | language right (3 words on) |
            |---|---|---|---|---|---|---|---|---|
            """);
        foreach (var language in judged.GroupBy(j => j.Utterance.Language.Code).OrderBy(g => g.Key, StringComparer.Ordinal)) Row(language.Key, [.. language]);
        Row("all", judged);
    }

    static void Row(string name, IReadOnlyList<Judged> all)
    {
        var marks = Marks.Of([.. all]);
        var answered = all.Where(j => j.Understood.Outcome is Outcome.Answered).ToList();
        var asked = all.Where(j => j.Understood.Outcome is Outcome.AskedBetween).ToList();
        var longer = all.Where(j => Heard.Of(j.Utterance.Words).Words.Count >= 3).ToList();
        string[] cells =
        [
            name, all.Count.ToString(CultureInfo.InvariantCulture), Percent(marks.Right),
            $"{Part(answered.Count, all.Count)}, {Share(answered, j => !j.IsRight)}",
            $"{Part(asked.Count, all.Count)}, {Share(asked, j => j.IsRight || j.Understood.Other == j.Utterance.Intent)}",
            Percent(marks.CrisisFound), Percent(marks.FalseAlarms), Percent(marks.OutsideAnswered), Share(longer, j => j.Guessed == j.Utterance.Language),
        ];
        Console.WriteLine($"| {string.Join(" | ", cells)} |");
    }

    static string Share(IReadOnlyCollection<Judged> of, Func<Judged, bool> those) => Part(of.Count(those), of.Count);

    static string Part(int part, int whole) => Percent(whole == 0 ? null : (double)part / whole);

    static string Percent(double? share) => share is { } known ? (100 * known).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "";
}
