using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Workflow.Journey;

/// <summary>
/// An invitation has come to a youth. The audience was resolved a while ago, so all that stands against it is asked once more; then it is said,
/// kept for a better moment, or left out.
/// </summary>
static class InvitationTurn
{
    /// <summary>Who wrote so lately and has a question before them is not interrupted.</summary>
    static readonly Duration InTheMiddle = Duration.FromMinutes(10);

    public static void Enter(Scene scene, Inbound.Invited invited)
    {
        if (Against(scene, invited) is { } why) Note(scene, invited, new InvitationOutcome.LeftOut(why));
        else if (LaterThan(scene) is { } until) Note(scene, invited, new InvitationOutcome.Later(until));
        else Ask(scene, invited);
    }

    /// <summary>At the end of a turn: whoever answered one about an event that they were invited to has answered the invitation.</summary>
    public static void Settle(Scene scene)
    {
        if (scene.Inbound is not Inbound.Message) return;
        foreach (var open in scene.Conversation.Invited.Where(i => !i.Answered && scene.Answers(i.Event)).ToList())
        {
            scene.Do(new Effect.NoteInvitation(open.Broadcast, new InvitationOutcome.Answered()));
            scene.Conversation = scene.Conversation with { Invited = [.. scene.Conversation.Invited.Select(i => i == open ? i with { Answered = true } : i)] };
        }
    }

    static Exclusion? Against(Scene scene, Inbound.Invited invited)
    {
        if (scene.Facts.Offer.Session(invited.Event) is not { Event: { } happening, Cancelled: false } to || to.Starts <= scene.Now) return Exclusion.EventOver;
        return InvitationRules.Against(CandidateIn(scene, invited), happening.MinorsWelcome, scene.Facts.InvitationsAMonth, scene.Now)
            ?? (to.SeatsLeft == 0 ? Exclusion.EventFull : null);
    }

    static Candidate CandidateIn(Scene scene, Inbound.Invited invited)
    {
        var conversation = scene.Conversation;
        var others = conversation.Invited.Where(i => i.Broadcast != invited.Broadcast).ToList();
        return new()
        {
            Stopped = conversation.Stopped,
            Consent = conversation.Invitations,
            PausedUntil = conversation.PausedUntil,
            UrgentHandoff = scene.Facts.Handoff is { Urgency: Urgency.Urgent },
            Age = conversation.Age,
            Answered = scene.Booking(invited.Event) is not null || conversation.Invited.Any(i => i.Event == invited.Event && i.Answered),
            Invited = others.Any(i => i.Event == invited.Event),
            AskedLately = others.Count(i => i.At > scene.Now - InvitationRules.Month),
        };
    }

    static Instant? LaterThan(Scene scene)
    {
        var isBusy = scene.Conversation is { Question: not null, Step: not (Step.InMenu or Step.New) } && scene.Conversation.LastHeard > scene.Now - InTheMiddle;
        var at = QuietHours.After(isBusy ? scene.Now + InTheMiddle : scene.Now, scene.Zone);
        return at > scene.Now ? at : null;
    }

    static void Ask(Scene scene, Inbound.Invited invited)
    {
        Note(scene, invited, new InvitationOutcome.Asked());
        scene.Conversation = scene.Conversation with { Invited = Kept(scene, new Invitation(invited.Broadcast, invited.Event, scene.Now)) };
        Inviting.Invite(scene, scene.Facts.Offer.Session(invited.Event)!, invited.In == scene.Language ? invited.Words : "");
    }

    static IReadOnlyList<Invitation> Kept(Scene scene, Invitation one) =>
        [.. scene.Conversation.Invited.Where(i => i.Broadcast != one.Broadcast && i.At > scene.Now - InvitationRules.Month), one];

    static void Note(Scene scene, Inbound.Invited invited, InvitationOutcome outcome) => scene.Do(new Effect.NoteInvitation(invited.Broadcast, outcome));
}
