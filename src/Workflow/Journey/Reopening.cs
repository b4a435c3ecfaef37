using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Workflow.Journey;

/// <summary>A tap on a template's own button. It opens WhatsApp's window: what waited for that follows by itself, and nothing needs to be said.</summary>
static class Reopening
{
    /// <param name="id"><see cref="Choices.Read"/> or <see cref="Choices.Show"/>.</param>
    public static void Take(Scene scene, string id)
    {
        if (scene.Conversation.Stopped) Stopping.Return(scene);
        if (id is Choices.Read && scene.Facts.HasWaiting) return;
        if (WithCoach.IsSilent(scene)) return;
        if (scene.Conversation.Step is Step.New) Welcoming.Enter(scene, Understanding.Heard.Of(""));
        else if (id is not Choices.Read || scene.Conversation.Question is not null) scene.AskAgain();
        else if (scene.OpenBookings.Count > 0) Appointment.Show(scene);
        else Welcoming.Again(scene);
    }
}
