using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>A person who works in the console, with what signing in needs.</summary>
public sealed record StaffAccount
{
    public required StaffMember Member { get; init; }

    /// <summary>Lower case; one account each.</summary>
    public required string Email { get; init; }

    /// <summary>The language of the pages.</summary>
    public required Language Console { get; init; }

    /// <summary>Accounts are never deleted: who leaves can no longer come in.</summary>
    public required bool Active { get; init; }

    /// <summary>Made up for a first look; opens in Development only.</summary>
    public required bool IsDemo { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Null where there is none: a demo account, or somebody who comes in through their organisation.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Sessions carry it; when it changes, all others end.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>Sealed; null while there is no second factor.</summary>
    public string? TotpSecret { get; init; }

    /// <summary>The number that alerts go to, masked; empty without one.</summary>
    public string AlertShown { get; init; } = "";
}

/// <summary>An account to be made.</summary>
public sealed record NewStaff
{
    public required string Name { get; init; }

    /// <inheritdoc cref="StaffAccount.Email"/>
    public required string Email { get; init; }

    public required StaffRole Role { get; init; }

    public IReadOnlyList<WorkPlace> Places { get; init; } = [];

    public IReadOnlyList<Language> Speaks { get; init; } = [Language.Dutch];

    public WorkingHours Hours { get; init; } = WorkingHours.OfficeHours;

    public int LoadCap { get; init; } = 10;

    public Language Console { get; init; } = Language.Dutch;

    public bool IsDemo { get; init; }

    public required Instant At { get; init; }

    public string? PasswordHash { get; init; }

    public required string SecurityStamp { get; init; }
}

/// <summary>A site that somebody works for, as the first to be asked or as the backup.</summary>
public sealed record WorkPlace(SiteId Site, bool IsPrimary);

/// <summary>What somebody may change about themselves.</summary>
public sealed record StaffProfile
{
    public required StaffId Staff { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<Language> Speaks { get; init; }

    public required WorkingHours Hours { get; init; }

    public required int LoadCap { get; init; }

    public LocalDate? AbsentUntil { get; init; }

    public required Language Console { get; init; }
}
