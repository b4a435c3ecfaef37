using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Workflow.Numbers;

/// <summary>From what happened in a turn to what is counted: the steps of the funnel once for each youth, seats each time.</summary>
static class Counting
{
    static readonly IReadOnlyList<Counted> Funnel = Enum.GetValues<Counted>()[1..];

    /// <summary>At the end of a turn: counts what was recorded in it.</summary>
    public static void Settle(Scene scene)
    {
        var recorded = scene.Recorded;
        if (recorded.Count == 0) return;
        var counted = scene.Conversation.Counted;
        var now = recorded.Aggregate(counted, (so, step) => so | Of(step.Step));
        foreach (var step in Funnel.Where(s => now.HasFlag(s) && !counted.HasFlag(s))) scene.Do(new Effect.Count(Enum.Parse<CountedStep>(step.ToString())));
        foreach (var each in recorded) CountEach(scene, each, isFirst: !counted.HasFlag(Counted.Interested));
        scene.Conversation = scene.Conversation with { Counted = now };
    }

    static Counted Of(JourneyStep step) => step switch
    {
        JourneyStep.Greeted => Counted.Reached,
        JourneyStep.Stopped or JourneyStep.Invited or JourneyStep.CameToEvent or JourneyStep.MissedEvent or JourneyStep.FollowedUp => Counted.Nothing,
        JourneyStep.InterestsChosen or JourneyStep.Waiting => Counted.Talked | Counted.Interested,
        JourneyStep.Booked => Counted.Talked | Counted.Interested | Counted.Booked,
        JourneyStep.Confirmed => Counted.Confirmed,
        JourneyStep.Attended => Counted.Attended,
        JourneyStep.Started => Counted.Started,
        _ => Counted.Talked,
    };

    static void CountEach(Scene scene, Effect.RecordJourney each, bool isFirst)
    {
        switch (each.Step)
        {
            case JourneyStep.Attended: scene.Do(new Effect.Count(CountedStep.Came)); break;
            case JourneyStep.Missed: scene.Do(new Effect.Count(CountedStep.Missed)); break;
            case JourneyStep.MissedReason: scene.Do(new Effect.Count(CountedStep.MissedReason, each.Detail)); break;
            case JourneyStep.InterestsChosen when isFirst:
                foreach (var interest in each.Detail.Split(' ')) scene.Do(new Effect.Count(CountedStep.Liked, interest));
                break;
        }
    }
}
