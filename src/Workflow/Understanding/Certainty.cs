using MdtChatBot.Workflow.Understanding.Learning;

namespace MdtChatBot.Workflow.Understanding;

/// <summary>When a guess is good enough to answer, when to ask, and when to say so. The limits come from cross-validation (ADR 18).</summary>
static class Certainty
{
    const double Answers = 0.45;
    const double AsksBetween = 0.45;
    const double IsCrisis = 0.35;

    public static Understood Judge(IntentGuess guess)
    {
        if (guess.Crisis >= IsCrisis) return new Understood(Intent.Crisis, guess.Crisis, Outcome.Answered, guess.Best is Intent.Crisis ? guess.Second : guess.Best);
        var outcome = guess switch
        {
            { Best: Intent.OutOfScope } => Outcome.NotUnderstood,
            { Likely: >= Answers } => Outcome.Answered,
            { Second: not Intent.OutOfScope } when guess.Likely + guess.SecondLikely >= AsksBetween => Outcome.AskedBetween,
            _ => Outcome.NotUnderstood,
        };
        return new Understood(guess.Best, guess.Likely, outcome, guess.Second);
    }
}
