using System.Text.Json.Serialization;
using NodaTime;

namespace MdtChatBot.Workflow.Reminders;

/// <summary>Something to do for one youth at an instant, naming what it was set for. Nobody cancels timers: a stale one fires into nothing.</summary>
public sealed record Timer(TimerKind Kind, Instant Due, SetFor SetFor);

/// <summary>Stored by name.</summary>
public enum TimerKind
{
    ReminderThreeDays,
    ReminderEvening,
    ReminderTwoHours,
    RiskCheck,
    OfferSeat,
    OfferExpires,
    AskAgain,
    PauseOver,
    StartThreeDays,
    StartEvening,
    StartTwoHours,
    HandoffWaits,
    StartDay,
    ReferralLapses,

    /// <summary>Attendance was ticked while the session was on; what is asked afterwards waits for its end.</summary>
    AfterSession,

    /// <summary>A coach answered outside WhatsApp's window: did the youth look?</summary>
    AnswerWaits,
}

/// <summary>The ground a timer stands on.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "t")]
[JsonDerivedType(typeof(ForBooking), "b")]
[JsonDerivedType(typeof(ForAsk), "a")]
[JsonDerivedType(typeof(ForStart), "s")]
[JsonDerivedType(typeof(ForHandoff), "h")]
[JsonDerivedType(typeof(ForReferral), "r")]
public abstract record SetFor
{
    SetFor() { }

    /// <summary>A booking at a version; stale when the version has moved on.</summary>
    public sealed record ForBooking(SessionId Session, int Version) : SetFor;

    /// <summary>A pause or a “not now”, by the conversation's count of them; stale when there was a later one.</summary>
    public sealed record ForAsk(int Number) : SetFor;

    /// <summary>The start date of the programme itself, by its version.</summary>
    public sealed record ForStart(int Version) : SetFor;

    /// <summary>Who was asked to take a handoff, by the conversation's count of that; stale when it was taken, passed on or closed.</summary>
    public sealed record ForHandoff(int Version) : SetFor;

    /// <summary>The referral by this code; what it says then decides.</summary>
    public sealed record ForReferral(string Code) : SetFor;
}
