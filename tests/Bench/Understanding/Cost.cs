using System.Diagnostics;
using MdtChatBot.Bot;
using MdtChatBot.Workflow.Understanding;
using MdtChatBot.Workflow.Understanding.Learning;

namespace MdtChatBot.Bench.Understanding;

/// <summary>Time for a message and memory, of the model as the program carries it.</summary>
static class Cost
{
    public static void Print(ContentFiles content, Lessons lessons)
    {
        var phrases = content.Phrases();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var loading = Stopwatch.StartNew();
        var classifier = content.Classifier();
        loading.Stop();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        var interpreter = new Interpreter(phrases, classifier);
        for (var warmUp = 0; warmUp < 2; warmUp++) Read(interpreter, lessons, out _);
        var chain = Read(interpreter, lessons, out var guessing);
        var report = new Report();
        report.AtMost("the whole chain, a message", chain, "µs", 100, 50);
        report.AtMost("the classifier alone, a message", guessing, "µs", 100, 50);
        report.AtMost("memory of the model", (after - before) / 1e6, "MB", 50, 20);
        report.AtMost("loading it", loading.Elapsed.TotalMilliseconds, "ms", 100, 30);
        report.Print("What understanding costs");
    }

    static double Read(Interpreter interpreter, Lessons lessons, out double guessing)
    {
        var heard = lessons.Utterances.Select(u => Heard.Of(u.Words)).ToList();
        var watch = Stopwatch.StartNew();
        foreach (var words in heard) interpreter.Guess(words);
        guessing = watch.Elapsed.TotalMicroseconds / heard.Count;
        watch.Restart();
        foreach (var utterance in lessons.Utterances)
        {
            var words = Heard.Of(utterance.Words);
            interpreter.LanguageOf(words);
            interpreter.Read(words, utterance.Language);
        }

        return watch.Elapsed.TotalMicroseconds / heard.Count;
    }
}
