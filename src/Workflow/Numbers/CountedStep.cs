namespace MdtChatBot.Workflow.Numbers;

/// <summary>What is counted by day, site, language and source. Stored by name.</summary>
public enum CountedStep
{
    /// <summary>The funnel: each youth once.</summary>
    Reached,
    Talked,
    Interested,
    Booked,
    Confirmed,
    Attended,
    Started,

    /// <summary>Each time a seat was used.</summary>
    Came,

    /// <summary>Each time a seat stayed empty.</summary>
    Missed,

    /// <summary>Why, as the youth answered; the detail is one of the causes that the bot offers.</summary>
    MissedReason,

    /// <summary>What a youth would like, when first asked; the detail is an interest.</summary>
    Liked,
}

/// <summary>What a youth was counted for already. Stored as a number: the bits never change.</summary>
[Flags]
public enum Counted
{
    Nothing = 0,
    Reached = 1,
    Talked = 2,
    Interested = 4,
    Booked = 8,
    Confirmed = 16,
    Attended = 32,
    Started = 64,
}
