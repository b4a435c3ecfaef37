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
    const double Crisis = 0.35;

    public static bool IsCrisis(IntentGuess guess) => guess.Crisis >= Crisis;

    public static Understood Judge(IntentGuess guess)
    {
        if (IsCrisis(guess)) return new Understood(Intent.Crisis, guess.Crisis, Outcome.Answered, guess.Best is Intent.Crisis ? guess.Second : guess.Best);
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
