using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>A round of invitations as staff see it.</summary>
public sealed record Broadcast
{
    public required BroadcastId Id { get; init; }

    public required BroadcastPlan Plan { get; init; }

    public required BroadcastState State { get; init; }

    /// <summary>Why it stopped by itself; empty without.</summary>
    public required string Reason { get; init; }

    public required StaffId Planner { get; init; }

    public required string PlannerName { get; init; }

    /// <summary>The second person; null where nobody had to.</summary>
    public StaffId? Approver { get; init; }

    public string ApproverName { get; init; } = "";

    public required Instant CreatedAt { get; init; }

    public Instant? BegunAt { get; init; }

    public Instant? EndedAt { get; init; }

    /// <summary>How it stands, as of a moment ago.</summary>
    public required Tally Tally { get; init; }

    /// <summary>How it stood when it was last resumed.</summary>
    public required Tally Before { get; init; }

    public Instant? TalliedAt { get; init; }

    /// <summary>Raised with each change by staff, so that a form that is too old is noticed.</summary>
    public required long Version { get; init; }
}

/// <summary>What a worker fills in.</summary>
public sealed record BroadcastPlan
{
    public required SessionId Event { get; init; }

    /// <summary>Whose workers see it: the event's.</summary>
    public required SiteId Site { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>A free sentence by language; a language that is not there gets the standard text.</summary>
    public LocalText Sentences { get; init; } = [];

    /// <summary>When it is to begin; null: as soon as it may.</summary>
    public Instant? StartsAt { get; init; }
}
