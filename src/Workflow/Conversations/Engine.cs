using System.Diagnostics;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Journey;
using MdtChatBot.Workflow.Numbers;
using MdtChatBot.Workflow.Understanding;
using MdtChatBot.Workflow.Understanding.Learning;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>The heart: one pure function from what was, what happened and what is known to what follows.</summary>
public sealed class Engine(Catalogue catalogue, Phrases phrases, Classifier classifier)
{
    readonly Interpreter _interpreter = new(phrases, classifier);

    /// <summary>The same inputs give the same decision, always; so a turn that lost a race is simply run again.</summary>
    public Decision Turn(Conversation conversation, Inbound inbound, Facts facts)
    {
        var scene = new Scene(conversation, inbound, facts, catalogue, phrases, _interpreter);
        switch (inbound)
        {
            case Inbound.Message message: Listening.To(scene, message); break;
            case Inbound.Media media: Listening.ToMedia(scene, media); break;
            case Inbound.Spoken spoken: Speaking.Take(scene, spoken); break;
            case Inbound.Located located: Listening.ToLocation(scene, located.At); break;
            // Nothing is said about it: as on WhatsApp, it is simply gone.
            case Inbound.TakenBack back: scene.Do(new Effect.TakeBack(back.Line)); break;
            case Inbound.TimerFired fired: Reminding.Fire(scene, fired.Kind, fired.SetFor); break;
            case Inbound.SeatOffered offered: WaitingForSeat.Offered(scene, offered.Session); break;
            case Inbound.AttendanceMarked marked: AfterSession.Marked(scene, marked); break;
            case Inbound.WalkedIn walked: AtTheDoor.WalkedIn(scene, walked.Session); break;
            case Inbound.SessionMoved moved: SessionNews.Moved(scene, moved.Session); break;
            case Inbound.SessionCancelled cancelled: SessionNews.Cancelled(scene, cancelled.Session); break;
            case Inbound.HandoffTaken taken: WithCoach.Taken(scene, taken); break;
            case Inbound.CoachWrote wrote: WithCoach.Wrote(scene, wrote); break;
            case Inbound.HandoffEnded ended: WithCoach.Ended(scene, ended); break;
            case Inbound.CoachPhrase phrase: WithCoach.Wrote(scene, phrase); break;
            case Inbound.HandoffPassed passed: WithCoach.Passed(scene, passed); break;
            case Inbound.HandoffSnoozed snoozed: WithCoach.Snooze(scene, snoozed.Until); break;
            case Inbound.CoachAbsent absent: FindingCoach.Absent(scene, absent.Who); break;
            case Inbound.SeatGiven given: BookingSeat.Given(scene, given); break;
            case Inbound.SeatWithdrawn withdrawn: AfterCancelling.Withdrawn(scene, withdrawn); break;
            case Inbound.StartDateSet set: Starting.Planned(scene, set); break;
            case Inbound.StaffMoved moved: Moving.ByStaff(scene, moved); break;
            case Inbound.ProgrammeCompleted: Ambassadors.Completed(scene); break;
            case Inbound.MadeAmbassador made: Ambassadors.Made(scene, made.StaffName); break;
            case Inbound.FriendAttended friend: Ambassadors.FriendAttended(scene, friend.Undone); break;
            case Inbound.ReferralClosed closed: Following.Closed(scene, closed.Code, closed.Reason); break;
            case Inbound.Invited invited: InvitationTurn.Enter(scene, invited); break;
            case Inbound.Referred: BeingReferred.Told(scene); break;
            case Inbound.SetAside: WithCoach.Apologise(scene); break;
            case Inbound.RetentionEnded: MyData.Erase(scene); break;
            default: throw new UnreachableException();
        }

        InvitationTurn.Settle(scene);
        Following.Settle(scene);
        Counting.Settle(scene);
        return scene.Decide();
    }
}
