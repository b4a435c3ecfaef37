using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Numbers;
using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Workflow.Invitations;

/// <summary>Whom a worker wants to invite. An empty list means all; sites are always named.</summary>
public sealed record Audience
{
    public required IReadOnlyList<SiteId> Sites { get; init; }

    public IReadOnlyList<Language> Languages { get; init; } = [];

    /// <summary>At least one of these.</summary>
    public IReadOnlyList<Interest> Interests { get; init; } = [];

    /// <summary>How far they have come.</summary>
    public IReadOnlyList<FunnelStage> Stages { get; init; } = [];

    public IReadOnlyList<AgeGroup> Ages { get; init; } = [];

    public IReadOnlyList<EntrySource> Sources { get; init; } = [];

    /// <summary>Wrote in the last so many days; null: whenever.</summary>
    public int? HeardWithinDays { get; init; }

    /// <summary>Has not written for so many days; null: also yesterday.</summary>
    public int? QuietForDays { get; init; }

    /// <summary>Whether a youth who last wrote then is among them.</summary>
    public (Instant From, Instant To) LastHeard(Instant now) => (
        HeardWithinDays is { } within ? now - Duration.FromDays(within) : Instant.FromUnixTimeTicks(0),
        QuietForDays is { } quiet ? now - Duration.FromDays(quiet) : now + Duration.FromDays(1));
}

/// <summary>The furthest step of the funnel that a youth has come to. Stored by name.</summary>
public enum FunnelStage
{
    /// <summary>Wrote, and no more.</summary>
    Reached,
    Talked,
    Interested,
    Booked,
    Confirmed,
    Attended,
    Started,
}

/// <summary>From what a youth was counted for to the furthest of it.</summary>
public static class FunnelStages
{
    public static FunnelStage Of(Counted counted) => counted switch
    {
        _ when counted.HasFlag(Counted.Started) => FunnelStage.Started,
        _ when counted.HasFlag(Counted.Attended) => FunnelStage.Attended,
        _ when counted.HasFlag(Counted.Confirmed) => FunnelStage.Confirmed,
        _ when counted.HasFlag(Counted.Booked) => FunnelStage.Booked,
        _ when counted.HasFlag(Counted.Interested) => FunnelStage.Interested,
        _ when counted.HasFlag(Counted.Talked) => FunnelStage.Talked,
        _ => FunnelStage.Reached,
    };
}
