using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Workflow.Journey;

/// <summary>Where a menu row, a button under an answer or a finished question leads.</summary>
static class Going
{
    public static void To(Scene scene, Goal goal)
    {
        switch (goal)
        {
            case Goal.SeeActivities: Activities.Show(scene); break;
            case Goal.SeeTravel: Answers.Travel(scene); break;
            default: ChoosingSession.Enter(scene); break;
        }
    }

    /// <summary>Takes the value of a <c>go:</c> choice.</summary>
    public static void To(Scene scene, string item)
    {
        switch (item)
        {
            case "trial": ChoosingSession.Enter(scene); break;
            case "activities": Activities.Show(scene); break;
            case "travel": Answers.Travel(scene); break;
            case "travelHelp": Answers.TravelHelp(scene); break;
            case "more": TheMenu.ShowMore(scene); break;
            case "settings": TheMenu.ShowSettings(scene); break;
            case "appointment": Appointment.Show(scene); break;
            case "person": WithCoach.Ask(scene); break;
            case "data": MyData.Show(scene); break;
            case "delete": MyData.AskDelete(scene); break;
            case "language": ChoosingLanguage.Ask(scene, [scene.Language]); break;
            case "withDutch": DutchBelow.Set(scene, wanted: true); break;
            case "withoutDutch": DutchBelow.Set(scene, wanted: false); break;
            case "pause": Pausing.AskPause(scene); break;
            case "notNow": Pausing.AskNotNow(scene); break;
            case "stop": Stopping.Stop(scene); break;
            case "invitations": Permitting.Show(scene); break;
            case "friend": BringingFriend.Invite(scene); break;
            case "ambassador": Ambassadors.Show(scene); break;
            case "moved": Moving.Ask(scene); break;
            case "wish": Wishing.Ask(scene); break;
            case "together": AfterCancelling.AskTogether(scene); break;
            default:
                if (!Answers.Give(scene, item)) TheMenu.Show(scene);
                break;
        }
    }
}
