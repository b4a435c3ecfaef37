using MdtChatBot.Bot;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Understanding;
using MdtChatBot.Workflow.Understanding.Learning;
using YamlDotNet.RepresentationModel;

namespace MdtChatBot.Bench.Understanding;

/// <summary>How well messages are understood that the model has not seen, per language, and what that costs. All data are synthetic.</summary>
static class UnderstandingBench
{
    public static int Run(Arguments arguments)
    {
        var content = ContentFiles.In(Path.Combine(PublishedBot.Repository(), "content"));
        var (lessons, phrases) = (content.Lessons(), content.Phrases());
        Console.WriteLine($"{lessons.Utterances.Count} utterances in {lessons.Utterances.Select(u => u.Language).Distinct().Count()} languages. All of them are synthetic, and so are these figures: no young person wrote any of it.");
        var validation = new CrossValidation(phrases, lessons);
        Print("Cross-validation", validation.Run(arguments.Number("--folds", 10)), arguments.Number("--confused", 25));
        Print("Held out: the lines of tests/Workflow.Tests/Utterances, and all that resembles them", validation.HoldOut(KeptApart("utterances")), 0);
        Print("Held out: the lines of authors who saw none of the others", validation.HoldOut(KeptApart("blind")), 16);
        Cost.Print(content, lessons);
        return 0;
    }

    static void Print(string title, IReadOnlyList<Judged> judged, int confusions)
    {
        UnderstandingTable.Print(title, judged);
        Confusions.Print(judged, confusions);
    }

    /// <summary>Lines that are kept apart from those to learn from, by intent and language.</summary>
    static List<Utterance> KeptApart(string name)
    {
        var file = Path.Combine(PublishedBot.Repository(), "tests", "Workflow.Tests", "Utterances", $"{name}.yaml");
        return YamlText.Root(file, File.ReadAllText(file)).Children
            .SelectMany(intent => ((YamlMappingNode)intent.Value).Children
                .SelectMany(language => ((YamlSequenceNode)language.Value).Children
                    .Select(words => new Utterance(Written(words), IntentName.Parse(Written(intent.Key)) ?? throw new FormatException(Written(intent.Key)), new Language(Written(language.Key))))))
            .ToList();
    }

    static string Written(YamlNode node) => ((YamlScalarNode)node).Value ?? "";
}
