using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Workflow.Journey;

/// <summary>Simple Dutch below the own language, for who wants to practise. Nobody gets it without asking.</summary>
static class DutchBelow
{
    public static void Set(Scene scene, bool wanted)
    {
        if (scene.Conversation.Language is null)
        {
            Welcoming.Again(scene);
            return;
        }

        if (scene.Language == Language.Dutch)
        {
            scene.Say("language.chosen");
        }
        else
        {
            scene.Conversation = scene.Conversation with { DutchBelow = wanted };
            scene.Say(wanted ? "language.withDutch" : "language.withoutDutch");
        }

        Answers.BackToQuestion(scene, Choices.AfterAnswer);
    }
}
