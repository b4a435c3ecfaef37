using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Numbers;

namespace MdtChatBot.Workflow.Journey;

/// <summary>
/// A tick of attendance was a mistake: what it did is turned back, from what was remembered with it. A message that was sent stays sent, so the
/// bot says sorry. A tick the other way takes the first one back too.
/// </summary>
static class TakingBack
{
    const int Kept = 4;

    /// <summary>Before a tick changes anything.</summary>
    /// <param name="before">The booking as it stands; null for who had none.</param>
    public static void Remember(Scene scene, SessionId session, Booking? before, bool attended)
    {
        var earlier = Of(scene, session);
        var tick = new Tick(session, scene.Now, scene.Conversation.Site, scene.Conversation.Language)
        {
            Confirmed = before?.Status is BookingStatus.Confirmed || earlier is { Confirmed: true },
            AtRisk = before is { AtRisk: true } || earlier is { AtRisk: true },
            Missed = scene.Conversation.Missed,
            Referrals = attended ? Following.MovedByAttending(scene) : [],
        };
        scene.Conversation = scene.Conversation with { Ticks = [.. Others(scene, session).TakeLast(Kept - 1), tick] };
    }

    /// <summary>What came of a tick later.</summary>
    public static void Note(Scene scene, SessionId session, Func<Tick, Tick> what) =>
        scene.Conversation = scene.Conversation with { Ticks = [.. scene.Conversation.Ticks.Select(t => t.Session == session ? what(t) : t)] };

    /// <summary>Staff take it back: the booking is as it was, and a walk-in who was noted by mistake never had a seat.</summary>
    public static void Undo(Scene scene, SessionId id)
    {
        if (scene.Booking(id) is not { Status: BookingStatus.Attended or BookingStatus.NoShow } booking) return;
        if (booking.Session.Event is not null)
        {
            AfterEvent.Undo(scene, booking);
            return;
        }

        var tick = Of(scene, id);
        scene.Do(new Effect.UndoAttendance(id));
        if (Attendance.WasWalkIn(booking)) scene.Do(new Effect.CancelBooking(id, CancelReason.Mistake));
        else if (tick is { Confirmed: true }) scene.Do(new Effect.ConfirmBooking(id));
        else if (tick is { AtRisk: true }) scene.Do(new Effect.MarkAtRisk(id));
        scene.Record(JourneyStep.AttendanceUndone);
        var isPending = TurnBack(scene, booking) | AsksAbout(scene.Conversation.Step, id);
        scene.Conversation = scene.Conversation with { Ticks = Others(scene, id) };
        if (isPending) scene.Conversation = scene.Conversation with { Step = new Step.InMenu(), Question = null, Offered = [] };
        if (tick is { Asked: true } && !scene.Conversation.Stopped) SaySorry(scene, booking, isPending);
    }

    /// <summary>Figures, referrals, misses in a row and the handoff, as if nobody had ticked. Returns whether a handoff was closed.</summary>
    public static bool TurnBack(Scene scene, Booking booking)
    {
        var attended = booking.Status is BookingStatus.Attended;
        var missed = scene.Conversation.Missed;
        if (Of(scene, booking.Session.Id) is not { } tick)
        {
            scene.Conversation = scene.Conversation with { Missed = attended ? missed : Math.Max(0, missed - 1) };
            return false;
        }

        scene.Conversation = scene.Conversation with { Missed = attended ? missed + tick.Missed : Math.Max(0, missed - 1) };
        if (attended) TurnBackAttended(scene, tick);
        else TurnBackMissed(scene, tick);
        return CloseHandoff(scene, tick);
    }

    // Who has been to another session has attended, and has been brought.
    static void TurnBackAttended(Scene scene, Tick tick)
    {
        scene.Do(new Effect.Uncount(CountedStep.Came, "", tick));
        if (scene.Facts.Bookings.Any(b => b.Session.Id != tick.Session && b.Session.Event is null && b.Status is BookingStatus.Attended)) return;
        if (scene.Conversation.Counted.HasFlag(Counted.Attended)) scene.Do(new Effect.Uncount(CountedStep.Attended, "", tick));
        scene.Conversation = scene.Conversation with { Counted = scene.Conversation.Counted & ~Counted.Attended };
        foreach (var referral in tick.Referrals) Following.MoveBack(scene, referral);
    }

    static void TurnBackMissed(Scene scene, Tick tick)
    {
        scene.Do(new Effect.Uncount(CountedStep.Missed, "", tick));
        if (tick.Cause.Length > 0) scene.Do(new Effect.Uncount(CountedStep.MissedReason, tick.Cause, tick));
    }

    // What a coach has begun stays theirs.
    static bool CloseHandoff(Scene scene, Tick tick)
    {
        if (scene.Facts.Handoff is not { Taken: false, Begun: false } open || open.Reason != tick.Handoff) return false;
        scene.Do(new Effect.CloseHandoff());
        FindingCoach.NextVersion(scene);
        return true;
    }

    static void SaySorry(Scene scene, Booking booking, bool isPending)
    {
        scene.Say(BookingWords.About("feedback.takenBack", booking.Session, scene));
        if (isPending) scene.Offer(new Step.InMenu(), [Choices.Person, Choices.Menu]);
        else Answers.BackToQuestion(scene, Choices.AfterAnswer);
    }

    static Tick? Of(Scene scene, SessionId session) => scene.Conversation.Ticks.FirstOrDefault(t => t.Session == session);

    static IReadOnlyList<Tick> Others(Scene scene, SessionId session) => [.. scene.Conversation.Ticks.Where(t => t.Session != session)];

    static bool AsksAbout(Step step, SessionId id) =>
        step is Step.AskingHowItWent(var went) && went == id || step is Step.AskingMissedReason(var missed) && missed == id || step is Step.AskingToStart(var start) && start == id;
}
