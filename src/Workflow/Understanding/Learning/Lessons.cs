using MdtChatBot.Workflow.Content;
using YamlDotNet.RepresentationModel;

namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>All that is learned from: utterances by intent, and for the languages also what the bot says in them.</summary>
/// <param name="Utterances">What youth write.</param>
/// <param name="Phrases">The phrases of questions, pieces of utterances; learned from, never tested with.</param>
/// <param name="Texts">Sentences that are in a language and mean nothing in particular.</param>
public sealed record Lessons(IReadOnlyList<Utterance> Utterances, IReadOnlyList<Utterance> Phrases, IReadOnlyList<(string Words, Language Language)> Texts)
{
    static readonly LearnerSettings ForIntents = new();
    static readonly LearnerSettings ForLanguages = new() { FewestExamples = 2, Rounds = 6, Doubt = 0 };

    /// <summary>Reads <c>content/intents/&lt;code&gt;.yaml</c>, <c>content/phrases/&lt;code&gt;.yaml</c> and <c>content/&lt;code&gt;.yaml</c>, by language code.</summary>
    /// <exception cref="FormatException">A file is not valid; the message names the file.</exception>
    public static Lessons Parse(IReadOnlyDictionary<string, string> intents, IReadOnlyDictionary<string, string> phrases, IReadOnlyDictionary<string, string> texts) => new(
        InOrder(intents).SelectMany(f => IntentFile.Parse(f.Key, f.Value)).ToList(),
        InOrder(phrases).SelectMany(f => PhraseLessons.Parse(f.Key, f.Value)).ToList(),
        InOrder(texts).SelectMany(f => Sentences(f.Key, f.Value).Select(words => (words, new Language(f.Key)))).ToList());

    /// <summary>The same lessons, in the same order, give the same classifier, bit by bit.</summary>
    public Classifier Learn()
    {
        var languages = Utterances.Select(u => u.Language).Concat(Texts.Select(t => t.Language)).Distinct().OrderBy(l => l.Code, StringComparer.Ordinal).ToList();
        var intents = Utterances.Concat(Phrases).Select(u => new Example(GramsOf(u.Words), (int)u.Intent)).ToList();
        var letters = Utterances.Select(u => (u.Words, u.Language)).Concat(Texts).Select(t => new Example(LettersOf(t.Words), languages.IndexOf(t.Language))).ToList();
        return new Classifier(Learner.Learn(intents, Enum.GetValues<Intent>().Length, ForIntents), Learner.Learn(letters, languages.Count, ForLanguages), languages);
    }

    // Dari is told from Farsi by asking, not by letters.
    static IEnumerable<KeyValuePair<string, string>> InOrder(IReadOnlyDictionary<string, string> files) => files.Where(f => new Language(f.Key).Base is null).OrderBy(f => f.Key, StringComparer.Ordinal);

    static uint[] GramsOf(string words)
    {
        var grams = new List<uint>();
        Grams.Of(Heard.Of(words), grams);
        return [.. grams];
    }

    static uint[] LettersOf(string words)
    {
        var grams = new List<uint>();
        LetterGrams.Of(words, grams);
        return [.. grams];
    }

    // Names of languages stand in every file in their own script; what has braces is half code.
    static IEnumerable<string> Sentences(string code, string yaml) =>
        YamlText.Root($"content/{code}.yaml", yaml).Children
            .Where(s => ((YamlScalarNode)s.Key).Value is not ("meta" or "language"))
            .SelectMany(s => Scalars(s.Value))
            .Where(words => !words.Contains('{', StringComparison.Ordinal));

    static IEnumerable<string> Scalars(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { Length: > 0 } words } => [words],
        YamlMappingNode map => map.Children.SelectMany(c => Scalars(c.Value)),
        YamlSequenceNode list => list.Children.SelectMany(Scalars),
        _ => [],
    };
}
