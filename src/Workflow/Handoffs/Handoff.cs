using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Workflow.Handoffs;

/// <summary>A conversation that a person must take, until given back to the bot. At most one is open for a youth.</summary>
/// <param name="Taken">A coach has it: the bot keeps silent. Before that the bot still answers its own menu.</param>
/// <param name="CoachName">Who has it; empty until taken.</param>
public sealed record Handoff(HandoffReason Reason, Urgency Urgency, bool Taken, string CoachName)
{
    /// <summary>Who has it, or is asked to take it; null where nobody with an account is.</summary>
    public StaffId? With { get; init; }

    /// <summary>The name of who is asked or has it; empty where nobody is.</summary>
    public string WithName { get; init; } = "";

    /// <summary>A coach had it since it opened, so the bot stays silent while it goes from one to the next.</summary>
    public bool Begun { get; init; }

    /// <summary>Who was asked and did not take it in time, or passed it on: not asked again.</summary>
    public IReadOnlyList<StaffId> Passed { get; init; } = [];

    /// <summary>Off the list until then, or until the youth writes.</summary>
    public Instant? SnoozedUntil { get; init; }
}

/// <summary>Why a person is needed. Stored by name.</summary>
public enum HandoffReason
{
    AskedForPerson,
    Crisis,
    TechnicalFailure,
    TravelHelp,
    WantsToStart,
    SecondNoShow,
    TooOld,
    Moved,
    NoSite,
    StartDate,
    GoTogether,

    /// <summary>A coach began to write, without being asked.</summary>
    ByCoach,
}

/// <summary>Urgent goes before everything else on the coach's list.</summary>
public enum Urgency
{
    Normal,
    Urgent,
}
