using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Invitations;

namespace MdtChatBot.Workflow.Journey;

/// <summary>Privacy in three lines, and consent: needed for an appointment, not for questions (domain.md 10).</summary>
static class GivingConsent
{
    static readonly IReadOnlyList<Choice> YesOrNo =
    [
        Choices.Of("consent:yes", "privacy.consentYes"),
        Choices.Of("consent:no", "common.buttons.no"),
        Choices.OtherLanguage,
    ];

    public static void Ask(Scene scene, Goal? then)
    {
        Explain(scene);
        scene.Ask(new Step.GivingConsent(then), "privacy.consentAsk", YesOrNo);
    }

    /// <summary>True when consent was given; else it is asked for now, and what was wanted follows on a yes.</summary>
    public static bool IsGiven(Scene scene, Goal then)
    {
        if (scene.Conversation.Consent is Consent.Given) return true;
        if (scene.Conversation.Consent is Consent.Declined) scene.Say("privacy.neededFirst");
        Ask(scene, then);
        return false;
    }

    /// <summary>The three lines.</summary>
    public static void Explain(Scene scene)
    {
        scene.Say("privacy.whatWeKeep");
        scene.Say("privacy.whoSees");
        scene.Say("privacy.yourRights", ("months", Arg.Of(PrivacyPromise.MonthsKept)));
    }

    public static void Take(Scene scene, string answer)
    {
        var then = scene.Conversation.Step is Step.GivingConsent giving ? giving.Then : null;
        var yes = answer is "yes";
        scene.Conversation = scene.Conversation with { Consent = yes ? Consent.Given : Consent.Declined, ConsentAt = scene.Now, ReferredAs = yes ? scene.Conversation.ReferredAs : "" };
        scene.Record(yes ? JourneyStep.ConsentGiven : JourneyStep.ConsentDeclined);
        scene.Do(new Effect.RecordConsent(Purpose.Appointments, yes, ConsentWording.Read(scene.Language), ConsentWay.Chat));
        scene.Say(yes ? "privacy.accepted" : "privacy.declined");
        if (!yes) TheMenu.Show(scene);
        else if (then is { } goal) Going.To(scene, goal);
        else if (scene.Conversation.DoorSession is { } door) AtTheDoor.Join(scene, door);
        else if (scene.Conversation.FriendSession is { } session) BringingFriend.OfferSeat(scene, session);
        else TheMenu.Show(scene);
    }
}
