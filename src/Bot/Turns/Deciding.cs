using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Bot.Turns;

/// <summary>From a claimed turn to its decision and the words that go out. Pure, so it may be done again.</summary>
public sealed class Deciding(Func<Conversation, Inbound, Facts, Decision> turn, Func<Saying, Language, SiteId?, Written> write)
{
    public DecidedTurn Decide(ClaimedTurn claimed)
    {
        var decision = turn(claimed.Conversation, claimed.Inbound, claimed.Facts);
        return new DecidedTurn(claimed, decision, Words(claimed.Inbound, decision)).Prepared();
    }

    Written? Words(Inbound inbound, Decision decision)
    {
        // Dutch stands in until a language is known; a first greeting names the language of each of its parts.
        var language = decision.Next.Language ?? Language.Dutch;
        foreach (var effect in decision.Effects)
        {
            if (effect is Effect.Say say) return Written.WithCoach(write(say.Saying, language, decision.Next.Site), (inbound as Inbound.CoachPhrase)?.CoachName);
            if (effect is Effect.SayWords words) return Written.WithCoach(new Written(words.Words, []), (inbound as Inbound.CoachWrote)?.CoachName);
        }
        return null;
    }
}
