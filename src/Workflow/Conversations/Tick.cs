using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Referrals;
using NodaTime;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>What a tick of attendance found and led to, kept beside the conversation so that it can be taken back.</summary>
/// <param name="At">With site and language: where it was counted.</param>
public sealed record Tick(SessionId Session, Instant At, SiteId? Site, Language? Language)
{
    /// <summary>The booking had been confirmed.</summary>
    public bool Confirmed { get; init; }

    /// <summary>The booking was on the coach's list.</summary>
    public bool AtRisk { get; init; }

    /// <summary>Sessions missed in a row before.</summary>
    public int Missed { get; init; }

    /// <summary>The referrals that it moves, as they were.</summary>
    public IReadOnlyList<Referral> Referrals { get; init; } = [];

    /// <summary>The youth was asked about it: that cannot be taken back.</summary>
    public bool Asked { get; init; }

    /// <summary>Why the youth did not come, as they answered; empty without.</summary>
    public string Cause { get; init; } = "";

    /// <summary>The handoff that came of it; null without.</summary>
    public HandoffReason? Handoff { get; init; }
}
