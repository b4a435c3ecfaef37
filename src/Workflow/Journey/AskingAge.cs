using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>The age group, never a birth date. Under 16 nothing is kept; from 30 a person answers (domain.md 1, 10).</summary>
static class AskingAge
{
    static readonly IReadOnlyList<Choice> Groups =
    [
        Choices.Of("age:Under16", "age.under16"),
        Choices.Of("age:From16To17", "age.from16to17"),
        Choices.Of("age:From18To29", "age.from18to29"),
        Choices.Of("age:Over29", "age.over29"),
    ];

    public static void Ask(Scene scene, SessionId wanted, bool wait) => scene.Ask(new Step.AskingAge(wanted, wait), "age.ask", Groups);

    public static void Take(Scene scene, string value)
    {
        if (scene.Conversation.Step is not Step.AskingAge step || !Enum.TryParse<AgeGroup>(value, out var age))
        {
            scene.AskAgain();
            return;
        }

        switch (age)
        {
            case AgeGroup.Under16: TooYoung(scene); return;
            case AgeGroup.Over29: TooOld(scene); return;
            case AgeGroup.From16To17 when scene.Facts.Offer.Session(step.Wanted) is not { Event: not null }: scene.Say("age.minorReply"); break;
        }

        scene.Conversation = scene.Conversation with { Age = age };
        BookingSeat.Want(scene, step.Wanted, step.Wait, insteadOf: null);
    }

    /// <summary>“19”, “ik ben 17 jaar”: the first number that can be the age of somebody who writes this; a smaller one is a slip, and is asked again.</summary>
    public static bool TakeWords(Scene scene, Heard heard)
    {
        var age = heard.Words.Select(w => int.TryParse(w, out var n) ? n : 0).FirstOrDefault(n => n is >= 12 and < 100);
        if (age == 0) return false;
        Take(scene, (age < 16 ? AgeGroup.Under16 : age < 18 ? AgeGroup.From16To17 : age < 30 ? AgeGroup.From18To29 : AgeGroup.Over29).ToString());
        return true;
    }

    static void TooYoung(Scene scene)
    {
        scene.Say("age.under16Reply");
        MyData.Erase(scene);
    }

    static void TooOld(Scene scene)
    {
        scene.Conversation = scene.Conversation with { Age = AgeGroup.Over29 };
        scene.OpenHandoff(HandoffReason.TooOld);
        scene.Say("age.over29Reply");
        FindingCoach.SayWhen(scene);
        scene.Offer(new Step.InMenu(), [Choices.Menu]);
    }
}
