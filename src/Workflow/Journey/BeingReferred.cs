using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Workflow.Journey;

/// <summary>
/// A worker gave the number of a youth who said yes to a message: the bot writes first, says who asked it to, and asks. A no removes all there is.
/// </summary>
static class BeingReferred
{
    public static void Told(Scene scene)
    {
        if (scene.Facts.Code is not { } code) return;
        var isKnown = scene.Conversation.LastHeard is not null;
        Following.Came(scene, code, isTold: true);
        if (isKnown)
        {
            Remind(scene, code.OwnerName);
            return;
        }

        scene.Conversation = scene.Conversation with
        {
            Site = code.Site ?? scene.Conversation.Site,
            Language = code.Language is { } language && scene.Catalogue.Has(language) ? language : scene.Conversation.Language,
            CameWith = code.Code,
        };
        scene.Say("referral.hello", ("firstName", Arg.Of(code.FirstName)), ("name", Arg.Of(code.OwnerName)));
        scene.Offer([Choices.Of(Choices.More, "referral.buttons.more"), Choices.Of(Choices.NoThanks, "referral.buttons.no")]);
    }

    /// <summary>Asked whether they want to know more, and nothing since.</summary>
    public static bool IsAsked(Scene scene) => scene.Conversation.Offered.Any(c => c.Id is Choices.More);

    /// <summary>Takes the value of a <c>referral:</c> choice.</summary>
    public static void Take(Scene scene, string answer)
    {
        if (answer is "more" || !IsAsked(scene))
        {
            if (scene.Conversation.Step is Step.New) Welcoming.Enter(scene, Understanding.Heard.Of(""));
            else Welcoming.Again(scene);
            return;
        }

        scene.Say("referral.no");
        Following.Closed(scene, scene.Conversation.CameWith, Referrals.ReferralReason.DoesNotWant);
        MyData.Erase(scene);
    }

    // Who is here already is not greeted as a stranger, and who does not want to be asked is not asked.
    static void Remind(Scene scene, string name)
    {
        if (scene.Conversation is { Stopped: true } or { PausedUntil: not null } || WithCoach.IsSilent(scene) || scene.OpenBookings.Count > 0) return;
        scene.Say("referral.again", ("name", Arg.Of(name)));
        scene.Offer(new Step.InMenu(), [Choices.Trial, Choices.NotNow, Choices.Menu]);
    }
}
