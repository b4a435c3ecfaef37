using NodaTime;

namespace MdtChatBot.Workflow.Staffing;

/// <summary>One account in the staff console.</summary>
public readonly record struct StaffId(long Value);

/// <summary>What somebody works as. Stored by name.</summary>
public enum StaffRole
{
    /// <summary>Takes conversations and meets youth.</summary>
    Coach,

    /// <summary>Refers youth and hands out codes at a balie.</summary>
    BalieWorker,

    /// <summary>Looks after sites: who works there, what is on offer, who did what.</summary>
    Coordinator,

    /// <summary>All of that for all sites.</summary>
    Admin,
}

/// <summary>A person who works in the console, as rules and lists need them.</summary>
public sealed record StaffMember
{
    public required StaffId Id { get; init; }

    public required string Name { get; init; }

    public required StaffRole Role { get; init; }

    /// <summary>The sites they work for; an Admin works for all of them, whatever stands here.</summary>
    public required IReadOnlyList<SiteId> Sites { get; init; }

    /// <summary>Those of <see cref="Sites"/> where they are the first to be asked; elsewhere they are the backup.</summary>
    public IReadOnlyList<SiteId> PrimaryAt { get; init; } = [];

    public required IReadOnlyList<Language> Speaks { get; init; }

    public required WorkingHours Hours { get; init; }

    /// <summary>How many conversations they take at the same time at most.</summary>
    public required int LoadCap { get; init; }

    /// <summary>The first day that they are back; null while they are there.</summary>
    public LocalDate? AbsentUntil { get; init; }

    /// <summary>For all sites, also those that come.</summary>
    public bool WorksEverywhere => Role is StaffRole.Admin;

    public bool WorksFor(SiteId site) => WorksEverywhere || Sites.Contains(site);

    /// <summary>Whether what belongs to this site may be shown to them; what belongs to none yet is for who looks after sites.</summary>
    public bool MaySee(SiteId? site) => site is { } known ? WorksFor(known) : Role is StaffRole.Coordinator or StaffRole.Admin;

    /// <summary>Away on this day.</summary>
    public bool IsAbsentOn(LocalDate day) => AbsentUntil is { } back && day < back;
}
