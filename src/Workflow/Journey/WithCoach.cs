using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;

namespace MdtChatBot.Workflow.Journey;

/// <summary>A person was asked for. The bot says what happens next, and is silent while a coach has the conversation.</summary>
static class WithCoach
{
    /// <summary>The youth asks for a person.</summary>
    public static void Ask(Scene scene)
    {
        if (scene.Facts.Handoff is { Reason: HandoffReason.AskedForPerson })
        {
            scene.Say("handoff.already", ("coachName", scene.CoachName));
        }
        else
        {
            scene.OpenHandoff(HandoffReason.AskedForPerson);
            scene.Say("handoff.waiting", ("coachName", scene.CoachName));
            scene.Say("handoff.when");
        }

        scene.Say("handoff.emergency");
        scene.Offer(new Step.InMenu(), []);
    }

    /// <summary>Whether free words are now for a coach, not for the bot.</summary>
    public static bool IsSilent(Scene scene) => scene.Facts.Handoff is { } handoff
        && (handoff.Taken || handoff.Reason is HandoffReason.AskedForPerson or HandoffReason.Crisis);

    public static void Taken(Scene scene, string coachName)
    {
        if (scene.Facts.Handoff is null) return;
        scene.Do(new Effect.TakeHandoff(coachName));
        scene.Say("handoff.joined", ("coachName", Arg.Of(coachName)));
        scene.Offer(new Step.InMenu(), []);
    }

    /// <summary>The coach's own words go out as written.</summary>
    public static void Wrote(Scene scene, string words) => scene.Do(new Effect.SayWords(words));

    public static void Ended(Scene scene, string coachName)
    {
        if (scene.Facts.Handoff is null) return;
        scene.Do(new Effect.CloseHandoff());
        if (scene.Conversation.Stopped) return;
        scene.Say("handoff.ended", ("coachName", Arg.Of(coachName)));
        scene.Offer(new Step.InMenu(), [Choices.Menu]);
    }

    /// <summary>An input of this youth failed three times: apologise, and a person looks.</summary>
    public static void Apologise(Scene scene)
    {
        scene.OpenHandoff(HandoffReason.TechnicalFailure);
        if (scene.Conversation.Stopped) return;
        scene.Say("common.technicalError");
        scene.Offer([Choices.Menu]);
    }
}
