using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Reminders;

namespace MdtChatBot.Workflow.Journey;

/// <summary>From trial to programme: “do you want to start?”, the coach's intake, the first day and its reminders.</summary>
static class Starting
{
    static readonly IReadOnlyList<Choice> Answers =
    [
        Choices.Of("start:yes", "start.buttons.yes"),
        Choices.Of("start:again", "start.buttons.again"),
        Choices.Of("start:no", "start.buttons.no"),
    ];

    public static void Ask(Scene scene) =>
        scene.Ask(scene.Conversation.Step is Step.AskingHowItWent(var session) ? new Step.AskingToStart(session) : new Step.InMenu(), "start.ask", Answers);

    public static void Take(Scene scene, string answer)
    {
        switch (answer)
        {
            case "yes": WantsTo(scene); break;
            case "again": ChoosingSession.Enter(scene); break;
            default:
                scene.Say("start.noReply");
                scene.Offer(new Step.InMenu(), [Choices.Menu, Choices.NotNow]);
                break;
        }
    }

    static void WantsTo(Scene scene)
    {
        scene.OpenHandoff(HandoffReason.WantsToStart);
        if (scene.Conversation.Step is Step.AskingToStart(var session)) TakingBack.Note(scene, session, t => t with { Handoff = HandoffReason.WantsToStart });
        scene.Record(JourneyStep.WantsToStart);
        scene.Say("start.yesReply", ("coachName", scene.CoachName));
        FindingCoach.SayWhen(scene);
        scene.Say("start.papers");
        if (scene.Conversation.Age is AgeGroup.From16To17) scene.Say("start.minorPapers");
        scene.Offer(new Step.InMenu(), [Choices.Friend, Choices.Ambassador, Choices.Menu]);
    }

    /// <summary>A coach set the first day; another date makes the reminders of the old one stale.</summary>
    public static void Planned(Scene scene, Inbound.StartDateSet set)
    {
        var start = new Start(set.At, set.Place, set.CoachName, (scene.Conversation.Start?.Version ?? 0) + 1);
        scene.Conversation = scene.Conversation with { Start = start };
        scene.Record(JourneyStep.StartPlanned);
        scene.SetTimers(ReminderLadder.ForStart(start.At, scene.Zone, scene.Now, start.Version));
        if (scene.Conversation.Stopped) return;
        scene.Say(About("start.planned", start, scene));
        scene.Offer(Choices.WillYouStart);
    }

    public static void Remind(Scene scene, TimerKind kind, Start start)
    {
        if (start.At <= scene.Now) return;
        scene.Say(About(kind is TimerKind.StartThreeDays ? "start.threeDays" : kind is TimerKind.StartEvening ? "start.oneDay" : "start.twoHours", start, scene));
        scene.Say("start.coming");
        scene.Offer(Choices.WillYouStart);
    }

    /// <summary>The first day has come.</summary>
    public static void Begins(Scene scene, Start start)
    {
        if (!start.CannotCome) scene.Record(JourneyStep.Started);
    }

    /// <summary>Takes the value of a <c>startday:</c> choice. The date itself is the coach's to change.</summary>
    public static void TakeDay(Scene scene, string answer)
    {
        if (scene.Conversation.Start is not { } start)
        {
            TheMenu.Show(scene);
            return;
        }

        var coming = answer is "coming";
        scene.Conversation = scene.Conversation with { Start = start with { Confirmed = coming, CannotCome = !coming } };
        if (coming)
        {
            scene.Record(JourneyStep.Confirmed, "start");
        }
        else
        {
            scene.OpenHandoff(HandoffReason.StartDate);
        }

        scene.Say(About(coming ? "start.confirmed" : "start.cannot", start, scene));
        scene.Offer(new Step.InMenu(), [Choices.Menu]);
    }

    static Text About(string key, Start start, Scene scene)
    {
        var names = scene.Catalogue.ArgumentsOf(key);
        (string, Arg)[] all =
        [
            ("firstName", Arg.Of(scene.Conversation.FirstName)),
            ("day", BookingWords.DayOf(start.At, scene.Zone)),
            ("time", BookingWords.TimeOf(start.At, scene.Zone)),
            ("place", Arg.Of(start.Place)),
            ("coachName", Arg.Of(start.CoachName)),
        ];
        return Text.Of(key, all.Where(a => names.Contains(a.Item1)).ToArray());
    }
}
