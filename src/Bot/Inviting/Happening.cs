using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;

namespace MdtChatBot.Bot.Inviting;

/// <summary>What can be invited to.</summary>
static class Happening
{
    public static bool Is(TrialSession session) => session.Series is null;

    public static bool MinorsWelcome(TrialSession to) => to.Series is null;

    public static string Title(TrialSession to, Offer offer) => offer.Project(to.Project).Title.In(Language.Dutch);
}
