using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>One to three interests, in one message.</summary>
static class AskingInterests
{
    const int Most = 3;

    static readonly IReadOnlyList<Choice> All =
    [
        .. Enum.GetValues<Interest>().Select(i => new Choice("interest:" + i, Label(i))),
        Choices.Of("interest:any", "intake.anything"),
    ];

    public static void Ask(Scene scene) => scene.Ask(new Step.AskingInterests(), "intake.askInterests", All);

    public static Text Label(Interest interest) => new("intake.interests." + Camel(interest.ToString()));

    public static void Take(Scene scene, IReadOnlyList<string> values) =>
        Remember(scene, values.Where(v => Enum.TryParse<Interest>(v, out _)).Select(Enum.Parse<Interest>).Take(Most).ToList());

    public static bool TakeWords(Scene scene, Heard heard)
    {
        var named = scene.Phrases.InterestsIn(heard, scene.Conversation.Language);
        if (named.Count == 0) return false;
        Remember(scene, named.Take(Most).ToList());
        return true;
    }

    static void Remember(Scene scene, IReadOnlyList<Interest> interests)
    {
        scene.Conversation = scene.Conversation with { Interests = interests };
        scene.Record(JourneyStep.InterestsChosen, interests.Count == 0 ? "any" : string.Join(' ', interests));
        ChoosingSession.Show(scene, insteadOf: null, all: interests.Count == 0);
    }

    static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
