namespace MdtChatBot.Workflow.Referrals;

/// <summary>Somebody brought this youth: a worker or an ambassador, known by their code. Moved only by what really happens.</summary>
/// <param name="By">Whose code it was.</param>
/// <param name="Reached">The furthest of the steps ahead; stays when the referral is declined or lapses.</param>
public sealed record Referral(string Code, EntryCodeKind By, ReferralStatus Status, ReferralStatus Reached)
{
    /// <summary>Why it ended.</summary>
    public ReferralReason Reason { get; init; }

    public static Referral Of(string code, EntryCodeKind by, ReferralStatus status) => new(code, by, status, status);
}

/// <summary>Stored by name. <c>Sent → Seen → Interested → Booked → Attended → Started → Completed</c>, or declined or lapsed (design.md 2).</summary>
public enum ReferralStatus
{
    /// <summary>The code was given; nobody came with it yet.</summary>
    Sent,

    /// <summary>The youth wrote to the bot.</summary>
    Seen,

    Interested,
    Booked,
    Attended,
    Started,
    Completed,

    /// <summary>The youth or the worker said no.</summary>
    Declined,

    /// <summary>Nothing was heard for thirty days.</summary>
    Lapsed,
}

/// <summary>Why a referral was declined or lapsed. Stored by name; a closed list, so that nobody writes about a youth here.</summary>
public enum ReferralReason
{
    /// <summary>It was not ended.</summary>
    None,

    /// <summary>The youth said no, in whichever way.</summary>
    DoesNotWant,

    /// <summary>The youth came and was not heard for thirty days.</summary>
    Silent,

    /// <summary>Nobody came with the code in thirty days.</summary>
    NeverCame,

    /// <summary>A worker: does something else now (school, work, another project).</summary>
    DoesSomethingElse,

    /// <summary>A worker: no longer lives here.</summary>
    MovedAway,

    /// <summary>A worker: sent twice, or by mistake.</summary>
    Mistake,

    /// <summary>A worker: the youth is not of the age for MDT.</summary>
    NotTheAge,
}
