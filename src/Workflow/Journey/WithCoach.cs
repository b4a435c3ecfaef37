using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Reminders;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Workflow.Journey;

/// <summary>A person was asked for. The bot says what happens next, and is silent while a coach has the conversation.</summary>
static class WithCoach
{
    /// <summary>The youth asks for a person.</summary>
    public static void Ask(Scene scene)
    {
        if (scene.Facts.Handoff is { Reason: HandoffReason.AskedForPerson })
        {
            scene.Say("handoff.already", ("coachName", scene.CoachName));
        }
        else
        {
            scene.OpenHandoff(HandoffReason.AskedForPerson);
            scene.Say("handoff.waiting", ("coachName", scene.CoachName));
            SayWhen(scene);
        }

        scene.Say("handoff.emergency");
        scene.Offer(new Step.InMenu(), []);
    }

    /// <summary>Whether free words are now for a coach, not for the bot.</summary>
    public static bool IsSilent(Scene scene) => scene.Facts.Handoff is { } handoff
        && (handoff.Taken || handoff.Begun || handoff.Reason is HandoffReason.AskedForPerson or HandoffReason.Crisis);

    /// <summary>Two who take it at once: the second, who did not see the first, does not get it.</summary>
    public static void Taken(Scene scene, Inbound.HandoffTaken taken)
    {
        if (scene.Facts.Handoff is { Taken: true } other && taken.By is not null && (other.With == taken.By || taken.Seen != scene.Conversation.Handoffs)) return;
        if (!Take(scene, taken.CoachName, taken.By)) return;
        if (scene.Conversation.Stopped) return;
        scene.Say("handoff.joined", ("coachName", Arg.Of(taken.CoachName)));
        scene.Offer(new Step.InMenu(), []);
    }

    /// <summary>The coach's own words go out as written.</summary>
    public static void Wrote(Scene scene, Inbound.CoachWrote wrote)
    {
        PickUp(scene, wrote.CoachName, wrote.By);
        scene.Do(new Effect.SayWords(wrote.Words));
    }

    /// <summary>A sentence that a coach chose in Dutch goes out in the youth's language.</summary>
    public static void Wrote(Scene scene, Inbound.CoachPhrase wrote)
    {
        PickUp(scene, wrote.CoachName, wrote.By);
        scene.Say(wrote.Phrase);
        scene.Offer([]);
    }

    /// <summary>Given back to the bot; with the coach's last words, if any.</summary>
    public static void Ended(Scene scene, Inbound.HandoffEnded ended)
    {
        if (scene.Facts.Handoff is null) return;
        scene.Do(new Effect.CloseHandoff());
        FindingCoach.NextVersion(scene);
        if (scene.Conversation.Stopped) return;
        if (ended.Closing is { } closing) scene.Say(closing);
        scene.Say("handoff.ended", ("coachName", Arg.Of(ended.CoachName)));
        scene.Offer(new Step.InMenu(), [Choices.Menu]);
    }

    /// <summary>To another coach, who is introduced by name; the bot stays silent meanwhile.</summary>
    public static void Passed(Scene scene, Inbound.HandoffPassed passed)
    {
        if (scene.Facts.Handoff is not { } open || scene.Desk.Find(passed.To) is not { } next) return;
        var before = open.Passed.Where(id => id != passed.To).ToList();
        if (open.With is { } from && from != passed.To) before.Add(from);
        FindingCoach.Ask(scene, Assignment.Of(next.Staff, FindingCoach.Need(scene, open.Urgency, before), scene.Now, scene.Zone), before);
        if (scene.Conversation.Stopped) return;
        scene.Say("handoff.introduced", ("coachName", Arg.Of(passed.CoachName)), ("newCoachName", Arg.Of(next.Staff.Name)));
        FindingCoach.SayWhen(scene);
        scene.Offer(new Step.InMenu(), []);
    }

    public static void Snooze(Scene scene, NodaTime.Instant? until)
    {
        if (scene.Facts.Handoff is not null) scene.Do(new Effect.SnoozeHandoff(until, FindingCoach.NextVersion(scene)));
    }

    /// <summary>The youth wrote: a handoff that was put off is back on the list.</summary>
    public static void Wake(Scene scene)
    {
        if (scene.Facts.Handoff is { SnoozedUntil: not null }) Snooze(scene, null);
    }

    /// <summary>An input of this youth failed three times: apologise, and a person looks.</summary>
    public static void Apologise(Scene scene)
    {
        scene.OpenHandoff(HandoffReason.TechnicalFailure);
        if (scene.Conversation.Stopped) return;
        scene.Say("common.technicalError");
        FindingCoach.SayWhen(scene);
        scene.Offer([Choices.Menu]);
    }

    static void SayWhen(Scene scene)
    {
        if (scene.Desk.IsEmpty)
        {
            scene.Say("handoff.when");
            return;
        }

        FindingCoach.SayWhen(scene);
        scene.Say("handoff.quiet");
    }

    // To write is to take: what was waiting waits no longer.
    static void PickUp(Scene scene, string coachName, StaffId? by)
    {
        if (by is not null && scene.Facts.Handoff is not { Taken: true }) Take(scene, coachName, by);
        if (by is null && scene.Facts.Handoff is null) return;
        scene.Do(new Effect.AnswerHandoff());
        if (!scene.IsWindowOpen) scene.Do(new Effect.SetTimer(new Reminders.Timer(TimerKind.AnswerWaits, scene.Now + ServiceWindow.Length, new SetFor.ForHandoff(scene.Conversation.Handoffs))));
    }

    /// <summary>A day ago a coach answered while the window was closed. Who has not written since has not read it: the coach hears of that.</summary>
    public static void NotFetched(Scene scene)
    {
        if (scene.Facts.Handoff is not { Taken: true } || scene.Conversation.LastHeard >= scene.Now - ServiceWindow.Length) return;
        Wake(scene);
        scene.Do(new Effect.AnswerUnread());
    }

    static bool Take(Scene scene, string coachName, StaffId? by)
    {
        if (scene.Facts.Handoff is not null) scene.Do(new Effect.TakeHandoff(coachName, by, FindingCoach.NextVersion(scene)));
        else if (by is { } account) FindingCoach.OpenFor(scene, coachName, account);
        else return false;
        return true;
    }
}
