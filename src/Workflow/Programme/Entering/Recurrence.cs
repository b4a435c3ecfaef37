using NodaTime;

namespace MdtChatBot.Workflow.Programme.Entering;

/// <summary>The same every week on some days, until a date, save some dates.</summary>
public sealed record Recurrence(IReadOnlyList<IsoDayOfWeek> Days, LocalDate From, LocalDate Until, IReadOnlyList<LocalDate> Skipping)
{
    /// <summary>More is a slip of the keyboard.</summary>
    public const int Most = 120;

    /// <summary>In order.</summary>
    public IReadOnlyList<LocalDate> Dates()
    {
        var dates = new List<LocalDate>();
        for (var day = From; day <= Until && dates.Count <= Most; day = day.PlusDays(1))
            if (Days.Contains(day.DayOfWeek) && !Skipping.Contains(day)) dates.Add(day);
        return dates;
    }

    /// <summary>As it is kept beside the series.</summary>
    public string Write() => $"{string.Join(' ', Days)} {From:uuuu-MM-dd}/{Until:uuuu-MM-dd}{string.Concat(Skipping.Select(s => $" -{s:uuuu-MM-dd}"))}";
}
