using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace MdtChatBot.Workflow.Staffing;

/// <summary>
/// Working hours as text: one day as it is typed (<c>9:00-12:30, 13:00-17:00</c>), and all of them as the JSON that is stored
/// (<c>{"Monday":"09:00-17:00"}</c>).
/// </summary>
public static class HoursText
{
    static readonly LocalTimePattern Written = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    static readonly LocalTimePattern Typed = LocalTimePattern.CreateWithInvariantCulture("H:mm");
    static readonly LocalTimePattern TypedHour = LocalTimePattern.CreateWithInvariantCulture("%H");

    /// <summary>One day as it is shown; empty on a free day.</summary>
    public static string Write(IReadOnlyList<(LocalTime From, LocalTime To)> day) =>
        string.Join(", ", day.Select(part => $"{Written.Format(part.From)}-{Written.Format(part.To)}"));

    /// <summary>One day as somebody typed it; null where it is not hours, an end lies before its start, or parts overlap.</summary>
    public static IReadOnlyList<(LocalTime From, LocalTime To)>? ReadDay(string typed)
    {
        var parts = new List<(LocalTime From, LocalTime To)>();
        foreach (var part in typed.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(['-', '–'], StringSplitOptions.TrimEntries) is not [var from, var to]) return null;
            if (Time(from) is not { } start || Time(to) is not { } end || end <= start) return null;
            parts.Add((start, end));
        }

        parts.Sort();
        return parts.Zip(parts.Skip(1)).Any(pair => pair.Second.From < pair.First.To) ? null : parts;
    }

    /// <summary>What is stored.</summary>
    public static string Json(WorkingHours hours) =>
        JsonSerializer.Serialize(
            hours.Days.Where(day => day.Value.Count > 0).OrderBy(day => day.Key).ToDictionary(day => day.Key.ToString(), day => Write(day.Value)),
            HoursJson.Default.DictionaryStringString);

    /// <exception cref="FormatException">Not what <see cref="Json"/> wrote.</exception>
    public static WorkingHours ReadJson(string json)
    {
        var days = JsonSerializer.Deserialize(json, HoursJson.Default.DictionaryStringString) ?? [];
        return new WorkingHours(days.ToDictionary(
            day => Enum.Parse<IsoDayOfWeek>(day.Key),
            day => ReadDay(day.Value) ?? throw new FormatException("The stored working hours can't be read.")));
    }

    static LocalTime? Time(string typed)
    {
        var form = typed.Replace('.', ':');
        if (Typed.Parse(form) is { Success: true } full) return full.Value;
        return TypedHour.Parse(form) is { Success: true } hour ? hour.Value : null;
    }
}
