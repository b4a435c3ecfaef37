namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>How likely a message wants each thing.</summary>
/// <param name="Best">The likeliest.</param>
/// <param name="Likely">How likely, between 0 and 1.</param>
/// <param name="Second">The next.</param>
/// <param name="SecondLikely">How likely that is.</param>
/// <param name="Crisis">How likely it tells of a crisis, whatever is likeliest.</param>
public readonly record struct IntentGuess(Intent Best, double Likely, Intent Second, double SecondLikely, double Crisis);

/// <summary>A language that a message may be in, and how likely.</summary>
public readonly record struct LanguageLikely(Language Language, double Likely);

/// <summary>What was learned from <c>content/intents</c>: what a message wants and which language it is in. The same message, the same guess, always.</summary>
public sealed class Classifier
{
    readonly LinearModel _intents;
    readonly LinearModel _languages;

    internal Classifier(LinearModel intents, LinearModel languages, IReadOnlyList<Language> codes) => (_intents, _languages, Languages) = (intents, languages, codes);

    /// <summary>The languages it can tell apart.</summary>
    public IReadOnlyList<Language> Languages { get; }

    internal LinearModel Intents => _intents;

    internal LinearModel LanguageModel => _languages;

    /// <summary>What the message wants.</summary>
    public IntentGuess Guess(Heard heard)
    {
        var grams = new List<uint>(256);
        Grams.Of(heard, grams);
        Span<float> likely = stackalloc float[_intents.Classes];
        _intents.Likelihoods(grams, likely);
        var best = MostLikely(likely, -1);
        var second = MostLikely(likely, best);
        return new IntentGuess((Intent)best, likely[best], (Intent)second, likely[second], likely[(int)Intent.Crisis]);
    }

    /// <summary>The two likeliest languages of the message.</summary>
    public (LanguageLikely First, LanguageLikely Second) GuessLanguage(string message)
    {
        var grams = new List<uint>(256);
        LetterGrams.Of(message, grams);
        Span<float> likely = stackalloc float[_languages.Classes];
        _languages.Likelihoods(grams, likely);
        var best = MostLikely(likely, -1);
        // A test may teach one language alone.
        var second = _languages.Classes > 1 ? MostLikely(likely, best) : best;
        return (new LanguageLikely(Languages[best], likely[best]), new LanguageLikely(Languages[second], likely[second]));
    }

    static int MostLikely(ReadOnlySpan<float> likely, int but)
    {
        var best = but == 0 ? 1 : 0;
        for (var c = 0; c < likely.Length; c++)
            if (c != but && likely[c] > likely[best]) best = c;
        return best;
    }
}
