using NodaTime;

namespace MdtChatBot.Workflow.Staffing;

/// <summary>When somebody works, by day of the week, on the wall clock of their site. A day that is not there is a free day.</summary>
public sealed record WorkingHours(IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<(LocalTime From, LocalTime To)>> Days)
{
    /// <summary>Who has not said when they work.</summary>
    public static WorkingHours None { get; } = new(new Dictionary<IsoDayOfWeek, IReadOnlyList<(LocalTime, LocalTime)>>());

    /// <summary>Monday to Friday, nine to five: where an account starts.</summary>
    public static WorkingHours OfficeHours { get; } = Weekdays(new LocalTime(9, 0), new LocalTime(17, 0));

    /// <summary>The same hours from Monday to Friday.</summary>
    public static WorkingHours Weekdays(LocalTime from, LocalTime to) =>
        new(Enumerable.Range(1, 5).ToDictionary(day => (IsoDayOfWeek)day, IReadOnlyList<(LocalTime, LocalTime)> (_) => [(from, to)]));

    public IReadOnlyList<(LocalTime From, LocalTime To)> On(IsoDayOfWeek day) => Days.GetValueOrDefault(day) ?? [];

    /// <summary>At work at this moment; the end itself is free.</summary>
    public bool IsOpen(LocalDateTime at) => On(at.DayOfWeek).Any(part => part.From <= at.TimeOfDay && at.TimeOfDay < part.To);
}
