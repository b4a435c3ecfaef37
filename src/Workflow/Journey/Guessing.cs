using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>Where no phrase fits, what was learned decides: an answer, “what do you mean?” with two choices, or what this bot is not for.</summary>
static class Guessing
{
    /// <summary>The youth means none of the choices.</summary>
    public const string Neither = "neither";

    // One word may be a name or a slip, and words under an open question an answer to it: they must be plain.
    const double Plain = 0.7;

    /// <summary>False where nothing can be said about it but that it was not understood.</summary>
    public static bool Answer(Scene scene, Heard heard)
    {
        if (scene.Conversation.Language is not { } own || heard.Words.All(w => char.IsAsciiDigit(w[0]))) return false;
        // “Yes” says nothing by itself; where it answers no choice, guessing could keep or give up a seat.
        if (scene.Phrases.AnswerIn(heard, own) is not null) return false;
        // Crisis, global words and thanks were listened for before.
        var understood = scene.Interpreter.Guess(heard);
        if ((heard.Words.Count == 1 || IsAsked(scene)) && understood.Confidence < Plain) return false;
        return understood.Outcome switch
        {
            Outcome.Answered => Obey(scene, understood.Intent, heard),
            Outcome.AskedBetween when understood.Other is { } other => AskBetween(scene, understood.Intent, other, heard),
            _ when understood is { Intent: Intent.OutOfScope, Confidence: >= Certainty.KnowsThatOutside } => SayOutside(scene, heard),
            _ => false,
        };
    }

    /// <summary>None of the choices: what was asked before, or a person.</summary>
    public static void TakeNeither(Scene scene)
    {
        if (IsAsked(scene)) scene.AskAgain();
        else SayOutside(scene, heard: null);
    }

    /// <summary>After “what do you mean?” the question that was open before is open again.</summary>
    public static void Resume(Scene scene)
    {
        if (Asides.IsGuess(scene)) Asides.Return(scene);
    }

    static bool IsAsked(Scene scene) => scene.Conversation is { Question: not null, Step: not (Step.InMenu or Step.New) };

    static bool Obey(Scene scene, Intent intent, Heard heard)
    {
        switch (intent)
        {
            case Intent.Greeting: Welcoming.Again(scene); return true;
            case Intent.Thanks:
                scene.Say("common.welcomeReply");
                Answers.BackToQuestion(scene, Choices.AfterAnswer);
                return true;
            // No more messages, or a break: a sentence that is not clearly one of them is asked back.
            case Intent.StopPause: return Ask(scene, [Choices.Pause, Choices.Stop], heard);
        }

        if (TopicIntent.Of(intent) is not { } topic) return false;
        Obeying.Do(scene, topic);
        return true;
    }

    static bool AskBetween(Scene scene, Intent first, Intent second, Heard heard)
    {
        var choices = new[] { first, second }.Select(i => ChoiceFor(scene, i)).OfType<Choice>().DistinctBy(c => c.Id).ToList();
        return choices.Count == 2 && Ask(scene, choices, heard);
    }

    static bool Ask(Scene scene, IReadOnlyList<Choice> choices, Heard heard)
    {
        Collecting.Keep(scene, heard);
        var aside = IsAsked(scene) ? new Aside(scene.Conversation.Question, scene.Conversation.Offered) : null;
        scene.Ask(scene.Conversation.Step is Step.New ? new Step.InMenu() : scene.Conversation.Step, "fallback.didYouMean", [.. choices, Choices.Of(Neither, "fallback.neither")]);
        scene.Conversation = scene.Conversation with { Aside = aside };
        return true;
    }

    static bool SayOutside(Scene scene, Heard? heard)
    {
        if (heard is not null) Collecting.Keep(scene, heard);
        scene.Record(JourneyStep.Asked, "outside");
        scene.Say("fallback.outOfScope");
        if (IsAsked(scene)) scene.AskAgain();
        else scene.Offer(new Step.InMenu(), [Choices.Person, Choices.Menu]);
        return true;
    }

    static Choice? ChoiceFor(Scene scene, Intent intent) => intent switch
    {
        Intent.Cancel when Next(scene) is { } next => Choices.Of($"drop:{next}", "reminder.buttons.cannot"),
        Intent.Reschedule when Next(scene) is { } next => Choices.Of($"otherday:{next}", "common.buttons.otherDay"),
        Intent.Confirm when Next(scene) is { } next => Choices.Of($"coming:{next}", "reminder.buttons.confirm"),
        Intent.Cancel or Intent.WhenWhere => Choices.Named("appointment"),
        Intent.BookTrial or Intent.Reschedule or Intent.Confirm => Choices.Trial,
        Intent.StopPause => Choices.Pause,
        Intent.DeleteData => Choices.Of("go:delete", "data.deleteButton"),
        Intent.TalkToPerson or Intent.Crisis => Choices.Person,
        Intent.ChangeLanguage => Choices.OtherLanguage,
        Intent.BringFriend => Choices.Friend,
        Intent.Moved => Choices.Of("go:moved", "missed.reasons.moved"),
        Intent.TravelCosts => Choices.Named("travel"),
        Intent.IsItFree or Intent.Payment => Choices.Named("money"),
        Intent.Activities => Choices.Named("activities"),
        _ => TopicIntent.Of(intent) is { } topic && Answers.ItemOf(topic) is { Length: > 0 } item ? Choices.Named(item) : null,
    };

    static long? Next(Scene scene) => scene.OpenBookings is [var booking, ..] ? booking.Session.Id.Value : null;
}
