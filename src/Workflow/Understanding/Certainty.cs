using MdtChatBot.Workflow.Understanding.Learning;

namespace MdtChatBot.Workflow.Understanding;

/// <summary>When a guess is good enough to answer, when to ask, and when to say so. The limits come from cross-validation (ADR 18).</summary>
static class Certainty
{
    /// <summary>So likely outside that the bot says what it is for, instead of “I do not understand”.</summary>
    public const double KnowsThatOutside = 0.5;

    /// <summary>So likely in a language that a youth is asked whether to go on in it.</summary>
    public const double SureOfLanguage = 0.9;

    const double Answers = 0.5;
    const double AsksBetween = 0.4;
    const double Crisis = 0.38;
    const double HardlyCrisis = 0.05;
    const int EnoughToDoubt = 4;

    public static bool IsCrisis(IntentGuess guess) => guess.Crisis >= Crisis;

    /// <summary>
    /// Whether a phrase of a crisis stands in a sentence that is about something else: “the film ends, he wants to die, I cried”. Of a cry for help in
    /// three words the phrase alone decides.
    /// </summary>
    public static bool IsHardlyCrisis(Heard heard, IntentGuess guess) => heard.Words.Count >= EnoughToDoubt && guess.Crisis < HardlyCrisis;

    public static Understood Judge(IntentGuess guess)
    {
        if (IsCrisis(guess)) return new Understood(Intent.Crisis, guess.Crisis, Outcome.Answered, guess.Best is Intent.Crisis ? guess.Second : guess.Best);
        // Below that bar nobody is alarmed; where it is asked between the two, a person is one of them.
        if (guess.Best is Intent.Crisis) guess = guess with { Best = guess.Second, Likely = guess.SecondLikely, Second = Intent.Crisis, SecondLikely = guess.Likely };
        var outcome = guess switch
        {
            { Best: Intent.OutOfScope } => Outcome.NotUnderstood,
            { Likely: >= Answers } => Outcome.Answered,
            { Second: not Intent.OutOfScope } when guess.Likely + guess.SecondLikely >= AsksBetween => Outcome.AskedBetween,
            _ => Outcome.NotUnderstood,
        };
        return new Understood(guess.Best, guess.Likely, outcome, guess.Second, guess.SecondLikely);
    }
}
