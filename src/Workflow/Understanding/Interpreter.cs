using MdtChatBot.Workflow.Understanding.Learning;

namespace MdtChatBot.Workflow.Understanding;

/// <summary>What the bot does with a guess.</summary>
public enum Outcome
{
    Answered,

    /// <summary>“Did you mean …?”, with the two likeliest.</summary>
    AskedBetween,

    /// <summary>Says what it can do, and offers a person.</summary>
    NotUnderstood,
}

/// <summary>What was made of a message.</summary>
/// <param name="Intent">The best guess, also where it was not sure enough to answer.</param>
/// <param name="Confidence">Between 0 and 1.</param>
/// <param name="Other">The second guess; the other choice where it is asked between two.</param>
/// <param name="OtherConfidence">Of the second guess.</param>
public readonly record struct Understood(Intent Intent, double Confidence, Outcome Outcome, Intent? Other = null, double OtherConfidence = 0);

/// <summary>
/// The chain for a message that stands by itself: crisis, global words, then what was learned. What came before in the conversation is not known here;
/// buttons, numbers and labels are heard earlier (<see cref="Conversations"/>).
/// </summary>
public sealed class Interpreter(Phrases phrases, Classifier classifier)
{
    const int EnoughToTellLanguage = 3;

    /// <summary>What the message wants.</summary>
    public Understood Read(Heard heard, Language? own)
    {
        if (CrisisIn(heard) is not null) return Sure(Intent.Crisis);
        if (phrases.CommandIn(heard, own) is { } command && IntentOf(command) is { } told) return Sure(told);
        if (phrases.AnswerIn(heard, own) is SimpleAnswer.Thanks) return Sure(Intent.Thanks);
        return heard.Normal.Length == 0 ? Wordless(heard, own) : Guess(heard);
    }

    /// <summary>
    /// Phrases first, of all languages, which what was learned doubts only where it is nearly sure; then what was learned, from two words on, for what
    /// nobody listed.
    /// </summary>
    /// <param name="heard">The message.</param>
    /// <param name="kind">Null where it is not known which numbers help most.</param>
    public bool IsCrisis(Heard heard, out CrisisKind? kind)
    {
        kind = CrisisIn(heard);
        if (kind is not null) return true;
        return heard.Words.Count >= 2 && phrases.CommandIn(heard, null) is null && Certainty.IsCrisis(classifier.Guess(heard));
    }

    /// <summary>The language of a message that can hardly be in another; null where it may. Shorter ones are full of words that many languages have.</summary>
    public Language? SureLanguageOf(Heard heard) =>
        heard.Words.Count >= EnoughToTellLanguage && classifier.GuessLanguage(heard.Original).First is { Likely: >= Certainty.SureOfLanguage } sure ? sure.Language : null;

    /// <summary>
    /// The languages that a message may be in of somebody whose language is not known, likeliest first: by its letters and words, and where they leave more
    /// than one or none, by what was learned. Those that can't be told apart by it, such as Farsi and Dari, are both in it: they are asked, not guessed.
    /// </summary>
    public IReadOnlyList<Language> LanguagesOf(Heard heard)
    {
        var known = phrases.GuessLanguage(heard);
        return known.Count != 1 && SureLanguageOf(heard) is { } sure ? [sure, .. Language.InOrder.Where(l => l.Base == sure)] : known;
    }

    /// <summary>What was learned says, without phrases before it.</summary>
    public Understood Guess(Heard heard) => Certainty.Judge(classifier.Guess(heard));

    /// <summary>The language that a message is in, as far as it can be told; null where it has no letters.</summary>
    public Language? LanguageOf(Heard heard) => heard.Words.All(w => char.IsAsciiDigit(w[0])) ? null : classifier.GuessLanguage(heard.Original).First.Language;

    CrisisKind? CrisisIn(Heard heard) => phrases.CrisisIn(heard) is { } kind && !Certainty.IsHardlyCrisis(heard, classifier.Guess(heard)) ? kind : null;

    // Thumbs and folded hands.
    Understood Wordless(Heard heard, Language? own) => phrases.AnswerIn(heard, own) switch
    {
        SimpleAnswer.Yes => Sure(Intent.Confirm),
        SimpleAnswer.No => Sure(Intent.Cancel),
        SimpleAnswer.Thanks => Sure(Intent.Thanks),
        _ => new Understood(Intent.OutOfScope, 0, Outcome.NotUnderstood),
    };

    static Understood Sure(Intent intent) => new(intent, 1, Outcome.Answered);

    /// <summary>What a global word wants; null where it is no wish of its own.</summary>
    static Intent? IntentOf(Command command) => command switch
    {
        Command.Stop or Command.Pause or Command.NoInvitations => Intent.StopPause,
        Command.Delete or Command.MyData => Intent.DeleteData,
        Command.Person => Intent.TalkToPerson,
        Command.Language => Intent.ChangeLanguage,
        Command.Appointment => Intent.WhenWhere,
        Command.Moved => Intent.Moved,
        Command.Hello => Intent.Greeting,
        _ => null,
    };
}
