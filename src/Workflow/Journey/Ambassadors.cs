using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Referrals;

namespace MdtChatBot.Workflow.Journey;

/// <summary>
/// Former participants bring friends (needs.md 7): each gets a code of their own, sees how many came, and is thanked. Who came is never told.
/// </summary>
static class Ambassadors
{
    /// <summary>The youth taps “tell others”: their link and how many came; whoever has not tried it yet is asked to do that first.</summary>
    public static void Show(Scene scene)
    {
        if (!IsOne(scene) && !HasBeen(scene))
        {
            scene.Say("ambassador.tryFirst");
            scene.Offer([Choices.Trial, Choices.Menu]);
            return;
        }

        GiveLink(scene);
    }

    /// <summary>A worker asks this youth to be one.</summary>
    public static void Made(Scene scene, string staffName)
    {
        if (IsOne(scene)) return;
        if (scene.Conversation.Stopped)
        {
            Become(scene);
            return;
        }

        scene.Say("ambassador.made", ("staffName", Arg.Of(staffName)));
        GiveLink(scene);
    }

    /// <summary>A friend who came with the code has been to a session. Of one who had not after all nothing is said: it would tell something about the friend.</summary>
    public static void FriendAttended(Scene scene, bool undone)
    {
        scene.Conversation = scene.Conversation with { FriendsCame = Math.Max(0, scene.Conversation.FriendsCame + (undone ? -1 : 1)) };
        if (undone || scene.Conversation.Stopped) return;
        scene.Say("ambassador.thanks", ("firstName", Arg.Of(scene.Conversation.FirstName)));
        SayCount(scene);
        scene.Offer([Choices.Ambassador, Choices.Menu]);
    }

    /// <summary>The whole programme is done: congratulations, and the question whether to tell others.</summary>
    public static void Completed(Scene scene)
    {
        scene.Record(JourneyStep.Completed);
        if (scene.Conversation.Stopped) return;
        scene.Say("completion.congrats", ("firstName", Arg.Of(scene.Conversation.FirstName)));
        scene.Say("ambassador.ask");
        scene.Offer([Choices.Ambassador, Choices.Person, Choices.Menu]);
    }

    static void GiveLink(Scene scene)
    {
        Become(scene);
        var link = EntryCode.LinkOf(scene.Conversation.AmbassadorCode, scene.Facts.WhatsAppNumber, scene.Facts.PublicUrl);
        scene.Say("ambassador.howTo");
        scene.Say("ambassador.forward", ("link", Arg.Of(link)));
        SayCount(scene);
        scene.Offer([Choices.Menu]);
    }

    static void SayCount(Scene scene) => scene.Say("ambassador.count", ("count", Arg.Of(scene.Conversation.FriendsCame)));

    static void Become(Scene scene)
    {
        if (IsOne(scene)) return;
        var code = new EntryCode(scene.Facts.NewCode, scene.Conversation.Site, null, null) { Kind = EntryCodeKind.Ambassador, OwnerName = scene.Conversation.FirstName };
        scene.Conversation = scene.Conversation with { AmbassadorCode = code.Code };
        scene.Do(new Effect.CreateEntryCode(code));
    }

    static bool IsOne(Scene scene) => scene.Conversation.AmbassadorCode.Length > 0;

    static bool HasBeen(Scene scene) => scene.Facts.Bookings.Any(b => b.Session.Event is null && b.Status is BookingStatus.Attended);
}
