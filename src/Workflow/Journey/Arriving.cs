using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>A message with an entry code: the chat now knows the site, perhaps the language, perhaps a friend's session.</summary>
static class Arriving
{
    public static void With(Scene scene, EntryCode code)
    {
        var conversation = scene.Conversation;
        Stopping.Return(scene);
        Following.Came(scene, code);
        if (code.Door is { } door)
        {
            AtTheDoor.Arrive(scene, code, door);
            return;
        }

        scene.Conversation = scene.Conversation with
        {
            Site = code.Site ?? conversation.Site,
            Language = conversation.Language ?? (code.Language is { } language && scene.Catalogue.Has(language) ? language : null),
            FriendSession = code.FriendSession ?? conversation.FriendSession,
            CameWith = code.Code,
        };
        // The words beside the code were put there by the link or poster: they say nothing about the youth's language.
        if (conversation.Step is Step.New) Welcoming.Enter(scene, Heard.Of(""));
        else if (code.FriendSession is { } session && conversation.Consent is Consent.Given) BringingFriend.OfferSeat(scene, session);
        else Welcoming.Again(scene);
    }
}
