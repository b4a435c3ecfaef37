using MdtChatBot.Workflow.Journey;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>From the id of a choice to the step that takes it. Ids of old messages still work, or bring the pending question again.</summary>
static class Choosing
{
    /// <param name="ids">One, or several where the step takes several (interests).</param>
    public static void Take(Scene scene, IReadOnlyList<string> ids)
    {
        Guessing.Resume(scene);
        var value = Choices.Value(ids[0]);
        switch (Choices.Kind(ids[0]))
        {
            case "go": Going.To(scene, value); break;
            case "lang": ChoosingLanguage.Take(scene, value); break;
            case "consent": GivingConsent.Take(scene, value); break;
            case "site": AskingSite.Take(scene, value); break;
            case "interest": AskingInterests.Take(scene, ids.Select(Choices.Value).ToList()); break;
            case "session": ChoosingSession.Take(scene, value); break;
            case "age": AskingAge.Take(scene, value); break;
            case "name": AskingName.Take(scene); break;
            case "friend": BringingFriend.Take(scene, value); break;
            case "door" when SessionOf(value) is { } session: AtTheDoor.Join(scene, session); break;
            case "here": Locating.Here(scene, value); break;
            case "elsewhere": Locating.Elsewhere(scene); break;
            case "listen": ReadingAloud.Play(scene, value); break;
            case "voice": Speaking.Confirm(scene, value); break;
            case "moved": Moving.Take(scene, value); break;
            case "coming" when SessionOf(value) is { } session: Appointment.Confirm(scene, session); break;
            case "otherday" when SessionOf(value) is { } session: Appointment.OtherDay(scene, session); break;
            case "cannot" when SessionOf(value) is { } session: AfterCancelling.Cancel(scene, session); break;
            case "drop" when SessionOf(value) is { } session: Appointment.AskCancel(scene, session); break;
            case "appointment" when SessionOf(value) is { } session: Appointment.Show(scene, session); break;
            case "rsvp": Inviting.Take(scene, value); break;
            case "swap": SigningUp.Swap(scene, value); break;
            case "guests": SigningUp.TakeGuests(scene, value); break;
            case "cancel": Appointment.TakeCancel(scene, value); break;
            case "reason": AfterCancelling.TakeReason(scene, value); break;
            case "offer": WaitingForSeat.Take(scene, value); break;
            case "felt": AfterSession.TakeFelt(scene, value); break;
            case "missed": AfterSession.TakeCause(scene, value); break;
            case "start": Starting.Take(scene, value); break;
            case "startday": Starting.TakeDay(scene, value); break;
            case "notnow": Pausing.TakeNotNow(scene, value); break;
            case "pause": Pausing.TakePause(scene, value); break;
            case "delete": MyData.TakeDelete(scene, value); break;
            case "invites": Permitting.Take(scene, value); break;
            case "referral": BeingReferred.Take(scene, value); break;
            case "window": Reopening.Take(scene, ids[0]); break;
            case "dropstopped": Stopping.TakeAppointments(scene, value); break;
            case Guessing.Neither: Guessing.TakeNeither(scene); break;
            default: scene.AskAgain(); break;
        }
    }

    static SessionId? SessionOf(string value) => long.TryParse(value, out var id) ? new SessionId(id) : null;
}
