using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Invitations;

namespace MdtChatBot.Workflow.Journey;

/// <summary>Leave to send invitations: asked when something went well, never needed for anything else, and ended with two words.</summary>
static class Permitting
{
    static readonly IReadOnlyList<Choice> YesOrNo = [Choices.Of("invites:yes", "invitations.buttons.yes"), Choices.Of("invites:no", "invitations.buttons.no")];

    /// <summary>Adds the question to the end of this message, if it was never asked and nothing else is asked now.</summary>
    /// <returns>Whether it was.</returns>
    public static bool AskOnce(Scene scene)
    {
        var conversation = scene.Conversation;
        if (conversation is not { Consent: Consent.Given, Invitations: Consent.NotAsked, Stopped: false }) return false;
        if (conversation is { Question: not null, Step: not (Step.InMenu or Step.New) } || WithCoach.IsSilent(scene)) return false;
        Ask(scene);
        return true;
    }

    /// <summary>“Invitations”, from the menu or in words: how it stands, and the other way.</summary>
    public static void Show(Scene scene)
    {
        if (scene.Conversation.Invitations is Consent.Given) scene.Ask(new Step.InMenu(), On(scene), [Choices.Of("invites:no", "invitations.buttons.end"), Choices.Menu]);
        else Ask(scene);
    }

    /// <summary>Takes the value of an <c>invites:</c> choice.</summary>
    public static void Take(Scene scene, string answer)
    {
        if (answer is not "yes")
        {
            End(scene, ConsentWay.Chat);
            return;
        }

        scene.Conversation = scene.Conversation with { Invitations = Consent.Given };
        scene.Do(new Effect.RecordConsent(Purpose.Invitations, true, ConsentWording.Read(scene.Language), ConsentWay.Chat));
        scene.Record(JourneyStep.InvitationsOn);
        scene.Say(On(scene));
        Answers.BackToQuestion(scene, [Choices.Trial, Choices.Menu]);
    }

    /// <summary>No invitations; everything else goes on.</summary>
    public static void End(Scene scene, ConsentWay way)
    {
        Withdraw(scene, way);
        scene.Say("invitations.off");
        if (scene.Conversation.Language is null) scene.Say("invitations.off", Language.English);
        Answers.BackToQuestion(scene, scene.Conversation.Language is null ? [] : [Choices.Menu]);
    }

    /// <summary>From now on none; says nothing.</summary>
    public static void Withdraw(Scene scene, ConsentWay way)
    {
        if (scene.Conversation.Invitations is Consent.Declined) return;
        var hadThem = scene.Conversation.Invitations is Consent.Given;
        scene.Conversation = scene.Conversation with { Invitations = Consent.Declined };
        // STOP to everything from who never gave leave ends nothing that could be shown.
        if (way is ConsentWay.Stop && !hadThem) return;
        scene.Do(new Effect.RecordConsent(Purpose.Invitations, false, way is ConsentWay.Chat ? ConsentWording.Read(scene.Language) : "", way));
        if (way is not ConsentWay.Stop) scene.Record(JourneyStep.InvitationsOff);
    }

    static void Ask(Scene scene) => scene.Ask(new Step.InMenu(), Text.Of("invitations.consentAsk", Most(scene)), [.. YesOrNo, Choices.Menu]);

    static Text On(Scene scene) => Text.Of("invitations.on", Most(scene));

    static (string, Arg) Most(Scene scene) => ("max", Arg.Of(scene.Facts.InvitationsAMonth));
}
