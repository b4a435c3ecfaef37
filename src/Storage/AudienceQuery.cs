using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Invitations;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>Who could be invited to an event now.</summary>
public sealed record AudienceQuery(Audience Audience, SessionId Event, bool MinorsWelcome, int MostAMonth, Instant Now);

/// <summary>What an audience comes to.</summary>
/// <param name="Invited">Whom nothing stands against, by language; who has none yet is under the empty one.</param>
/// <param name="LeftOut">The others, by the first reason that holds.</param>
public sealed record AudienceCount(IReadOnlyDictionary<string, int> Invited, IReadOnlyDictionary<Exclusion, int> LeftOut)
{
    public int Recipients => Invited.Values.Sum();
}
