using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Reminders;

namespace MdtChatBot.Workflow.Journey;

/// <summary>How the bot speaks of an event.</summary>
static class EventWords
{
    public static string Reminder(TimerKind kind) => kind switch
    {
        TimerKind.ReminderThreeDays => "events.reminder.threeDays",
        TimerKind.ReminderEvening => "events.reminder.oneDay",
        _ => "events.reminder.twoHours",
    };

    /// <summary>What happens there, who may come along, and help with the way.</summary>
    public static void SayAbout(Scene scene, TrialSession session, Event happening)
    {
        scene.Say(happening.Kind switch
        {
            EventKind.KickOff => "events.about.kickOff",
            EventKind.Information => "events.about.information",
            EventKind.OpenDay => "events.about.openDay",
            _ => "events.about.closing",
        });
        if (scene.Language != Language.Dutch && scene.Language.IsAmong(session.Languages)) scene.Say("trial.yourLanguage");
        if (happening.GuestsAllowed > 0) scene.Say("events.mayBring", ("count", Arg.Of(happening.GuestsAllowed)));
        if (happening.TravelHelp) scene.Say("events.travelHelp");
    }

    /// <summary>How many come along, where some may.</summary>
    public static void SayGuests(Scene scene, TrialSession session, int guests)
    {
        if (session.Event is { GuestsAllowed: > 0 }) scene.Say("events.youBring", ("count", Arg.Of(guests)));
    }

    public static Choice[] GuestsButton(TrialSession session) =>
        session.Event is { GuestsAllowed: > 0 } ? [Choices.Of($"rsvp:change:{session.Id.Value}", "events.buttons.guests")] : [];

    /// <summary>Three buttons at most: guests matter more than another day.</summary>
    public static IReadOnlyList<Choice> WillYouCome(TrialSession session) =>
    [
        Choices.Of($"coming:{session.Id.Value}", "reminder.buttons.confirm"),
        .. session.Event is { Kind: EventKind.Information, GuestsAllowed: 0 }
            ? [Choices.Of($"otherday:{session.Id.Value}", "common.buttons.otherDay")]
            : GuestsButton(session),
        Choices.Of($"cannot:{session.Id.Value}", "reminder.buttons.cannot"),
    ];
}
