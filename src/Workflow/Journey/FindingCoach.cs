using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Reminders;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Workflow.Journey;

/// <summary>Who takes a handoff: asked one after the other until somebody does. The youth hears honestly when an answer comes.</summary>
static class FindingCoach
{
    /// <summary>Opens a handoff and asks somebody; one that is open already is put before somebody again only when it has become urgent, or the youth lives elsewhere.</summary>
    public static void Open(Scene scene, HandoffReason reason, Urgency urgency)
    {
        scene.Do(new Effect.OpenHandoff(reason, urgency));
        var open = scene.Facts.Handoff;
        if (scene.Asked is null && (open is null || urgency > open.Urgency || reason is HandoffReason.Moved)) Ask(scene, Find(scene, urgency, []), []);
    }

    /// <summary>A coach begins by themselves: theirs from the start.</summary>
    public static void OpenFor(Scene scene, string coachName, StaffId by)
    {
        scene.Do(new Effect.OpenHandoff(HandoffReason.ByCoach, Urgency.Normal));
        scene.Do(new Effect.TakeHandoff(coachName, by, NextVersion(scene)));
    }

    /// <summary>The time to take it is over: the next is asked, at last the coordinator. With nobody left it stays where it is; what is urgent at night is asked anew in the morning.</summary>
    public static void NotPickedUp(Scene scene, Handoff waiting)
    {
        var passed = With(waiting.Passed, waiting.With);
        var next = Find(scene, waiting.Urgency, passed);
        if (next.To is null)
        {
            if (waiting.Urgency is Urgency.Urgent) AskInTheMorning(scene);
            return;
        }

        Ask(scene, next, passed);
        if (scene.Conversation.Stopped) return;
        var urgent = waiting.Urgency is Urgency.Urgent;
        if (urgent && !UrgentNews.IsNews(scene.Desk, waiting, next, scene.Now, scene.Zone)) return;
        scene.Say(urgent ? "handoff.urgentLater" : "handoff.later", ("coachName", Arg.Of(next.To.Name)));
        if (!urgent || next.AtWork is null || next.AtWork > scene.Now) SayWhen(scene);
        GoOn(scene);
    }

    // All were asked and nobody works: whoever begins first has ten minutes from then. The youth knows from when; they hear more only if that passes too.
    static void AskInTheMorning(Scene scene)
    {
        var first = Find(scene, Urgency.Urgent, []);
        if (first is { To: not null, AtWork: { } from } && from > scene.Now) Ask(scene, first with { PickUpBy = from + Assignment.Urgent }, []);
    }

    /// <summary>Who has it or was asked is away.</summary>
    public static void Absent(Scene scene, StaffId who)
    {
        if (scene.Facts.Handoff is not { } open || open.With != who) return;
        var passed = With(open.Passed, who);
        Ask(scene, Find(scene, open.Urgency, passed), passed);
        if (scene.Conversation.Stopped) return;
        scene.Say("handoff.newCoach", ("coachName", scene.CoachName));
        SayWhen(scene);
        GoOn(scene);
    }

    /// <summary>Puts the handoff before somebody, and sets the time by which they must have taken it.</summary>
    public static void Ask(Scene scene, Assignment found, IReadOnlyList<StaffId> passed)
    {
        if (scene.Desk.IsEmpty) return;
        scene.Asked = found;
        var version = NextVersion(scene);
        scene.Do(new Effect.OfferHandoff(found.To?.Id, found.To?.Name ?? "", version, found.PickUpBy, passed));
        if (found.PickUpBy is { } by) scene.Do(new Effect.SetTimer(new Reminders.Timer(TimerKind.HandoffWaits, by, new SetFor.ForHandoff(version))));
    }

    /// <summary>When an answer comes; nothing where nobody has an account.</summary>
    public static void SayWhen(Scene scene, Language? language = null)
    {
        if (scene.Asked is { } asked) scene.Say(AnswerTime.Text(asked, scene.Now, scene.Zone), language);
    }

    public static HandoffNeed Need(Scene scene, Urgency urgency, IReadOnlyCollection<StaffId> passed) =>
        new(scene.Site, scene.Conversation.Language, urgency, passed);

    /// <summary>Whatever was set for an older version is stale from now on.</summary>
    public static int NextVersion(Scene scene)
    {
        scene.Conversation = scene.Conversation with { Handoffs = scene.Conversation.Handoffs + 1 };
        return scene.Conversation.Handoffs;
    }

    static Assignment Find(Scene scene, Urgency urgency, IReadOnlyCollection<StaffId> passed) =>
        Assignment.For(scene.Desk, Need(scene, urgency, passed), scene.Now, scene.Zone);

    static List<StaffId> With(IReadOnlyList<StaffId> passed, StaffId? last) => last is { } id && !passed.Contains(id) ? [.. passed, id] : [.. passed];

    static void GoOn(Scene scene)
    {
        if (WithCoach.IsSilent(scene)) scene.Offer([]);
        else Answers.BackToQuestion(scene, [Choices.Menu]);
    }
}
