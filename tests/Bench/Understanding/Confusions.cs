using MdtChatBot.Workflow.Understanding;
using MdtChatBot.Workflow.Understanding.Learning;

namespace MdtChatBot.Bench.Understanding;

/// <summary>Which intents, and which languages, are taken for which others most often.</summary>
static class Confusions
{
    public static void Print(IReadOnlyList<Judged> judged, int most)
    {
        if (most == 0) return;
        Console.WriteLine("\nMost often confused:\n");
        foreach (var pair in judged.Where(j => !j.IsRight).GroupBy(j => (j.Utterance.Intent, j.Understood.Intent)).OrderByDescending(g => g.Count()).Take(most))
            Console.WriteLine($"- {pair.Count()} × {IntentName.Of(pair.Key.Item1)} as {IntentName.Of(pair.Key.Item2)}: {Examples(pair)}");
        Console.WriteLine("\nLanguages (3 words on):\n");
        var languages = judged.Where(j => Heard.Of(j.Utterance.Words).Words.Count >= 3 && j.Guessed != j.Utterance.Language);
        foreach (var pair in languages.GroupBy(j => (j.Utterance.Language, j.Guessed)).OrderByDescending(g => g.Count()).Take(most / 2))
            Console.WriteLine($"- {pair.Count()} × {pair.Key.Language} as {pair.Key.Guessed}: {Examples(pair)}");
    }

    static string Examples(IEnumerable<Judged> of) => string.Join(" · ", of.Take(4).Select(j => $"{j.Utterance.Language}: {j.Utterance.Words}"));
}
