using MdtChatBot.Workflow.Journey;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>
/// What a youth sent finds its meaning here, always in this order: crisis, tap, entry code, STOP and the other global words,
/// the choices under the last message, what the step expects, a question, what was learned, and only then “I do not understand”.
/// </summary>
static class Listening
{
    public static void To(Scene scene, Inbound.Message message)
    {
        var heard = Heard.Of(message.Words);
        var times = scene.Conversation.Misunderstood;
        scene.Conversation = scene.Conversation with { Misunderstood = 0, LastHeard = scene.Now };
        WithCoach.Wake(scene);
        Asides.Leave(scene, message, heard);
        if (IsUnderstood(scene, message, heard)) return;
        Collecting.Keep(scene, heard);
        NotUnderstood.Answer(scene, times + 1);
    }

    public static void ToMedia(Scene scene, Inbound.Media media)
    {
        // What was said follows in words, or that it could not be heard.
        var isListenedTo = scene.Facts.Listens && media is { Kind: MediaKind.Voice, Recording: not null };
        if (isListenedTo) scene.Do(new Effect.Listen());
        if (IsForBot(scene) && !isListenedTo) NotUnderstood.Media(scene, media);
    }

    public static void ToLocation(Scene scene, GeoPoint at)
    {
        if (IsForBot(scene)) Locating.Take(scene, at);
    }

    // What is sent without words: with a coach it is theirs, and from a stranger it is a hello.
    static bool IsForBot(Scene scene)
    {
        scene.Conversation = scene.Conversation with { LastHeard = scene.Now };
        WithCoach.Wake(scene);
        if (WithCoach.IsSilent(scene)) return false;
        Asides.Return(scene);
        if (scene.Conversation.Step is not Step.New) return true;
        Welcoming.Enter(scene, Heard.Of(""));
        return false;
    }

    static bool IsUnderstood(Scene scene, Inbound.Message message, Heard heard)
    {
        var isFirst = scene.Conversation.Step is Step.New;
        if (message.Tapped is null && scene.Interpreter.IsCrisis(heard, out var crisis)) Crisis.Answer(scene, crisis, heard);
        else if (message.Tapped is { Length: > 0 } tapped && (!isFirst || BeingReferred.IsAsked(scene))) Tapping(scene, tapped);
        else if (scene.Facts.Code is { } code) Arriving.With(scene, code);
        else if (Obeying.CommandIn(scene, heard) is { } command) Obeying.Do(scene, command, heard);
        else if (isFirst && BeingReferred.IsAsked(scene) && Answering.ChosenBy(heard, scene) is [var answer, ..]) Choosing.Take(scene, [answer]);
        else if (isFirst) Welcoming.Enter(scene, heard);
        else return AnswersOrAsks(scene, heard);
        return true;
    }

    static void Tapping(Scene scene, string id)
    {
        if (!Choices.IsAboutAppointment(id) && Choices.Kind(id) is not "dropstopped") Stopping.Return(scene);
        Choosing.Take(scene, [id]);
    }

    static bool AnswersOrAsks(Scene scene, Heard heard)
    {
        var chosen = Answering.ChosenBy(heard, scene);
        if (WithCoach.IsSilent(scene))
        {
            // The words are in the transcript, for the coach. Until one has it, a menu that the youth called for still works.
            if (chosen is [var id, ..] && (Choices.IsAboutAppointment(id) || scene.Facts.Handoff is { Taken: false })) Choosing.Take(scene, chosen);
            return true;
        }

        if (chosen.Count > 0)
        {
            if (Choices.Kind(chosen[0]) is not "dropstopped") Stopping.Return(scene);
            Choosing.Take(scene, chosen);
            return true;
        }

        Stopping.Return(scene);
        Guessing.Resume(scene);
        if (Expected(scene, heard)) return true;
        var understood = Asked(scene, heard) || SmallTalk(scene, heard) || NearlySaid(scene, heard) || Guessing.Answer(scene, heard);
        if (understood) ChangingLanguage.AskOnce(scene, heard);
        return understood;
    }

    /// <summary>Free words that the step waits for.</summary>
    static bool Expected(Scene scene, Heard heard) => scene.Conversation.Step switch
    {
        Step.ChoosingLanguage => ChoosingLanguage.TakeWords(scene, heard),
        Step.AskingSite => AskingSite.TakeWords(scene, heard),
        Step.AskingNewSite => Moving.TakeWords(scene, heard),
        Step.AskingInterests => AskingInterests.TakeWords(scene, heard),
        Step.AskingAge => AskingAge.TakeWords(scene, heard),
        Step.AskingName => AskingName.TakeWords(scene, heard),
        Step.AskingWish => Wishing.TakeWords(scene, heard),
        _ => false,
    };

    static bool Asked(Scene scene, Heard heard)
    {
        if (scene.Phrases.TopicIn(heard, scene.Conversation.Language) is not { } topic) return false;
        Obeying.Do(scene, topic);
        return true;
    }

    static bool NearlySaid(Scene scene, Heard heard)
    {
        if (Obeying.CommandNear(scene, heard) is not { } command) return false;
        Obeying.Do(scene, command, heard);
        return true;
    }

    static bool SmallTalk(Scene scene, Heard heard)
    {
        if (scene.Phrases.AnswerIn(heard, scene.Conversation.Language) is SimpleAnswer.Thanks) scene.Say("common.welcomeReply");
        else if (heard.Normal.Length == 0) scene.Say("fallback.emojiOnly");
        else return false;
        Answers.BackToQuestion(scene, Choices.AfterAnswer);
        return true;
    }
}
