using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>Names one referral, whether a youth has come with it or not.</summary>
public readonly record struct ReferralId(long Value);

/// <summary>A referral as its owner and the coordinator see it: how far it is, and of the youth no more than they or the youth gave.</summary>
public sealed record ReferralLine
{
    public required ReferralId Id { get; init; }

    /// <summary>Empty where the youth had everything deleted.</summary>
    public required string Code { get; init; }

    /// <summary>Null where an ambassador brought the youth.</summary>
    public required StaffId? Owner { get; init; }

    public required string OwnerName { get; init; }

    public required SiteId? Site { get; init; }

    /// <summary>Null until somebody came with the code.</summary>
    public required YouthId? Youth { get; init; }

    /// <summary>As the youth gave it (which takes a yes to keeping data), else as the worker wrote it down; may be empty.</summary>
    public required string FirstName { get; init; }

    public required Language? Language { get; init; }

    /// <summary>A number was given and the invitation waits for an approved template.</summary>
    public required bool WaitsForTemplate { get; init; }

    public required ReferralStatus Status { get; init; }

    public required ReferralReason Reason { get; init; }

    public required Instant SentAt { get; init; }

    /// <summary>When something last happened: it moved, the youth wrote, or its owner looked after it.</summary>
    public required Instant LastEvent { get; init; }

    /// <summary>When the youth's next session begins; null without one.</summary>
    public required Instant? Appointment { get; init; }

    /// <summary>Back on its owner's list.</summary>
    public bool IsBack(Instant now) => ReferralRules.IsBack(Status, LastEvent, Appointment is not null, now);
}

/// <summary>A youth whom a worker refers, with a spoken yes.</summary>
public sealed record NewReferral
{
    /// <summary>A fresh one, without prefix.</summary>
    public required string Code { get; init; }

    public required StaffMember Owner { get; init; }

    public required SiteId Site { get; init; }

    public required string FirstName { get; init; }

    public required Language Language { get; init; }

    /// <summary>In E.164, where the youth said yes to that too; else empty.</summary>
    public string Phone { get; init; } = "";
}

/// <summary>A referral whose youth said yes to a message, and has not had it.</summary>
/// <param name="Phone">In E.164.</param>
public sealed record NumberedReferral(ReferralId Id, string Code, Language Language, string Phone);

/// <summary>What a move between sites passed on.</summary>
public sealed record Handover(Instant At, SiteId? From, SiteId? To, string Note, string By);
