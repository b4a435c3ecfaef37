using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Referrals;

namespace MdtChatBot.Workflow.Journey;

/// <summary>Two seats with a friend: the friend gets a link and takes their own seat; nobody types a third person's number (needs.md 6, 7).</summary>
static class BringingFriend
{
    /// <summary>A message to forward, with a code that carries site and session.</summary>
    public static void Invite(Scene scene)
    {
        if (scene.OpenBookings.FirstOrDefault(b => b is { HoldsSeat: true, Session.Event: null }) is not { } booking)
        {
            Appointment.Show(scene);
            return;
        }

        var code = new EntryCode(scene.Facts.NewCode, booking.Session.Site, null, booking.Session.Id) { Kind = EntryCodeKind.Friend };
        scene.Do(new Effect.CreateEntryCode(code));
        scene.Record(JourneyStep.FriendInvited);
        scene.Say("friend.bring");
        scene.Say(BookingWords.About("friend.forward", booking.Session, scene, ("link", Arg.Of(EntryCode.LinkOf(code.Code, scene.Facts.WhatsAppNumber, scene.Facts.PublicUrl)))));
        scene.Offer(new Step.InMenu(), [Choices.Menu]);
    }

    /// <summary>A friend has come: their friend's session first.</summary>
    public static void OfferSeat(Scene scene, SessionId id)
    {
        if (scene.Facts.Offer.Session(id) is not { Cancelled: false } session || session.Starts <= scene.Now)
        {
            TheMenu.Show(scene);
            return;
        }

        scene.Ask(
            new Step.ChoosingSession(),
            BookingWords.About("friend.welcome", session, scene),
            [Choices.Of("friend:yes", "friend.yes"), Choices.Of("friend:no", "friend.other"), Choices.Menu]);
    }

    /// <summary>Takes the value of a <c>friend:</c> choice.</summary>
    public static void Take(Scene scene, string answer)
    {
        if (answer is "yes" && scene.Conversation.FriendSession is { } session) BookingSeat.Want(scene, session, wait: true, insteadOf: null);
        else ChoosingSession.Enter(scene);
    }
}
