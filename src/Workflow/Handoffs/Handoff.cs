namespace MdtChatBot.Workflow.Handoffs;

/// <summary>A conversation that a person must take, until given back to the bot. At most one is open for a youth.</summary>
/// <param name="Taken">A coach has it: the bot keeps silent. Before that the bot still answers its own menu.</param>
/// <param name="CoachName">Who has it; empty until taken.</param>
public sealed record Handoff(HandoffReason Reason, Urgency Urgency, bool Taken, string CoachName);

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
}

/// <summary>Urgent goes before everything else on the coach's list.</summary>
public enum Urgency
{
    Normal,
    Urgent,
}
