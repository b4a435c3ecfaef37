using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Workflow.Journey;

/// <summary>A break, and “not now”: nothing is asked until the day the youth chose. Appointments stay.</summary>
static class Pausing
{
    static readonly LocalTime AskAt = new(12, 0);

    public static void AskPause(Scene scene) => scene.Ask(
        new Step.AskingPause(),
        "pause.ask",
        [Choices.Of("pause:14", "pause.twoWeeks"), Choices.Of("pause:30", "pause.oneMonth"), Choices.Of("pause:open", "pause.untilBack")]);

    public static void AskNotNow(Scene scene) => scene.Ask(
        new Step.AskingNotNow(),
        "notNow.ask",
        [
            Choices.Of("notnow:14", "notNow.twoWeeks"),
            Choices.Of("notnow:28", "notNow.fourWeeks"),
            Choices.Of("notnow:56", "notNow.eightWeeks"),
            Choices.Of("notnow:never", "notNow.never"),
        ]);

    public static void TakePause(Scene scene, string value)
    {
        var until = DaysFrom(scene, value);
        scene.Conversation = scene.Conversation with { PausedUntil = until ?? Instant.MaxValue, Asks = scene.Conversation.Asks + 1 };
        scene.Record(JourneyStep.Paused, value);
        if (until is { } day)
        {
            Set(scene, TimerKind.PauseOver, day);
            scene.Say("pause.done", ("day", BookingWords.DayOf(day, scene.Zone)));
        }
        else
        {
            scene.Say("pause.doneOpen");
        }

        if (scene.OpenBookings is [var booking, ..]) scene.Say(BookingWords.About("pause.appointmentStays", booking.Session, scene));
        scene.Offer(new Step.InMenu(), []);
    }

    public static void TakeNotNow(Scene scene, string value)
    {
        scene.Conversation = scene.Conversation with { Asks = scene.Conversation.Asks + 1 };
        scene.Record(JourneyStep.NotNow, value);
        if (DaysFrom(scene, value) is { } day)
        {
            Set(scene, TimerKind.AskAgain, day);
            scene.Say("notNow.done", ("day", BookingWords.DayOf(day, scene.Zone)));
            if (Permitting.AskOnce(scene)) return;
        }
        else
        {
            // “I leave you alone” is true for invitations too.
            Permitting.Withdraw(scene, ConsentWay.Words);
            scene.Say("notNow.doneNever");
        }

        scene.Offer(new Step.InMenu(), []);
    }

    /// <summary>The day has come.</summary>
    public static void Over(Scene scene, TimerKind kind)
    {
        if (scene.Conversation.Stopped) return;
        var name = ("firstName", Arg.Of(scene.Conversation.FirstName));
        if (kind is TimerKind.PauseOver) scene.Conversation = scene.Conversation with { PausedUntil = null };
        else if (scene.OpenBookings.Any(b => b.Session.Event is null)) return;
        scene.Say(kind is TimerKind.PauseOver ? "pause.over" : "notNow.again", name);
        scene.Offer(new Step.InMenu(), [Choices.Trial, Choices.NotNow, Choices.Menu]);
    }

    // At noon: a kind hour, never a quiet one.
    static Instant? DaysFrom(Scene scene, string value) => int.TryParse(value, out var days) && days is > 0 and <= 366
        ? scene.Now.InZone(scene.Zone).Date.PlusDays(days).At(AskAt).InZoneLeniently(scene.Zone).ToInstant()
        : null;

    static void Set(Scene scene, TimerKind kind, Instant due) =>
        scene.Do(new Effect.SetTimer(new Reminders.Timer(kind, due, new SetFor.ForAsk(scene.Conversation.Asks))));
}
