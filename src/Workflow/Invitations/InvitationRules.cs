using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Workflow.Invitations;

/// <summary>Who is never invited, however wide the audience (issue 4, section 2). The same rules stand in the statement that resolves an audience; a test holds both together.</summary>
public static class InvitationRules
{
    /// <summary>Invitations a month that a youth gets at most where nobody set another number.</summary>
    public const int UsuallyAMonth = 2;

    /// <summary>Above so many recipients a second person must approve.</summary>
    public const int AloneUpTo = 50;

    /// <summary>What “a month” is.</summary>
    public static readonly Duration Month = Duration.FromDays(30);

    /// <summary>Why this youth is not invited: the first reason that holds; null where none does.</summary>
    public static Exclusion? Against(Candidate youth, bool minorsWelcome, int mostAMonth, Instant now) => youth switch
    {
        { Stopped: true } => Exclusion.Stopped,
        { Consent: not Consent.Given } => Exclusion.NoConsent,
        { PausedUntil: { } until } when until > now => Exclusion.Paused,
        { UrgentHandoff: true } => Exclusion.UrgentHandoff,
        { Age: AgeGroup.Under16 or AgeGroup.From16To17 } when !minorsWelcome => Exclusion.Minor,
        { Answered: true } => Exclusion.AlreadyAnswered,
        { Invited: true } => Exclusion.AlreadyInvited,
        _ when youth.AskedLately >= mostAMonth => Exclusion.AskedTooRecently,
        _ => null,
    };

    /// <summary>Whether somebody else than the planner must look at it before it goes out.</summary>
    public static bool NeedsSecond(int recipients) => recipients > AloneUpTo;
}

/// <summary>What the rules ask of a youth.</summary>
public sealed record Candidate
{
    public bool Stopped { get; init; }

    public Consent Consent { get; init; }

    public Instant? PausedUntil { get; init; }

    /// <summary>A coach has or must take an urgent handoff of theirs.</summary>
    public bool UrgentHandoff { get; init; }

    public AgeGroup Age { get; init; }

    /// <summary>Has a place, had one, or said no.</summary>
    public bool Answered { get; init; }

    /// <summary>To this event, in an earlier round.</summary>
    public bool Invited { get; init; }

    /// <summary>Invitations in the last month.</summary>
    public int AskedLately { get; init; }
}

/// <summary>Why somebody is not invited, in the order in which the reasons are asked. Stored by name.</summary>
public enum Exclusion
{
    Stopped,
    NoConsent,
    Paused,
    UrgentHandoff,
    Minor,
    AlreadyAnswered,
    AlreadyInvited,
    AskedTooRecently,

    /// <summary>When it was this youth's turn the room was full.</summary>
    EventFull,

    /// <summary>Cancelled, or begun, before it was this youth's turn.</summary>
    EventOver,
}
