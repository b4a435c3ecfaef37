using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Workflow.Journey;

/// <summary>“What do you know about me” and “delete everything”, in any language, always.</summary>
static class MyData
{
    public static void Show(Scene scene)
    {
        var conversation = scene.Conversation;
        Arg unknown = Arg.Of(new Text("data.unknown"));
        scene.Say(
            "data.show",
            ("firstName", conversation.FirstName.Length > 0 ? Arg.Of(conversation.FirstName) : unknown),
            ("ageGroup", conversation.Age is AgeGroup.Unknown ? unknown : Arg.Of(new Text(AgeKey(conversation.Age)))),
            ("languageName", conversation.Language is { } language ? Arg.Of(new Text("language.names." + language)) : unknown),
            ("place", scene.Site is { } site ? Arg.Of(site.Name) : unknown),
            ("interests", conversation.Interests.Count == 0 ? unknown : new Arg.Keys(conversation.Interests.Select(AskingInterests.Label).ToList())),
            ("appointments", Appointments(scene)));
        scene.Offer(new Step.InMenu(), [Choices.Of("go:delete", "data.deleteButton"), Choices.Menu]);
    }

    public static void AskDelete(Scene scene) => scene.Ask(
        new Step.ConfirmingDelete(),
        "data.deleteAsk",
        [Choices.Of("delete:yes", "data.deleteYes"), Choices.Of("delete:no", "data.deleteNo")]);

    public static void TakeDelete(Scene scene, string answer)
    {
        // An old button must not erase anybody: the question has to be the last one.
        if (scene.Conversation.Step is not Step.ConfirmingDelete)
        {
            AskDelete(scene);
            return;
        }

        if (answer is not "yes")
        {
            scene.Say("data.kept");
            TheMenu.Show(scene);
            return;
        }

        scene.Say("data.deleteDone");
        Erase(scene);
    }

    /// <summary>Removes everything; what is said in this turn is still sent, in the language it was said in.</summary>
    public static void Erase(Scene scene)
    {
        scene.Do(new Effect.EraseYouth());
        scene.Conversation = new Conversation { Language = scene.Conversation.Language };
    }

    static Arg Appointments(Scene scene) => scene.OpenBookings.Count == 0
        ? Arg.Of(new Text("data.none"))
        : new Arg.Keys(scene.OpenBookings.Select(b => BookingWords.About("data.appointment", b.Session, scene)).ToList());

    static string AgeKey(AgeGroup age) => age switch
    {
        AgeGroup.Under16 => "age.under16",
        AgeGroup.From16To17 => "age.from16to17",
        AgeGroup.From18To29 => "age.from18to29",
        _ => "age.over29",
    };
}
