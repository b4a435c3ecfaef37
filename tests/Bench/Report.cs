using System.Globalization;

namespace MdtChatBot.Bench;

/// <summary>Figures as a Markdown table on standard output, with what they are held against.</summary>
sealed class Report
{
    readonly List<(string Figure, string Value, string Must, string Aim, string Met)> _rows = [];

    /// <summary>A figure without an aim.</summary>
    public void Add(string figure, double value, string unit) => _rows.Add((figure, Write(value, unit), "", "", ""));

    /// <summary>A figure that may be at most this.</summary>
    public void AtMost(string figure, double value, string unit, double must, double aim) => Held(figure, value, unit, must, aim, (v, limit) => v <= limit);

    /// <summary>A figure that must be at least this.</summary>
    public void AtLeast(string figure, double value, string unit, double must, double aim) => Held(figure, value, unit, must, aim, (v, limit) => v >= limit);

    public void Print(string title)
    {
        Console.WriteLine($"\n### {title}\n\n| figure | measured | must | aim | |\n|---|---|---|---|---|");
        foreach (var (figure, value, must, aim, met) in _rows) Console.WriteLine($"| {figure} | {value} | {must} | {aim} | {met} |");
    }

    void Held(string figure, double value, string unit, double must, double aim, Func<double, double, bool> holds) =>
        _rows.Add((figure, Write(value, unit), Write(must, unit), Write(aim, unit), holds(value, aim) ? "aim reached" : holds(value, must) ? "holds" : "MISSED"));

    static string Write(double value, string unit)
    {
        var digits = Math.Abs(value) switch { >= 100 => "#,0", >= 10 => "0.0", _ => "0.00" };
        return $"{value.ToString(digits, CultureInfo.InvariantCulture)} {unit}".TrimEnd();
    }
}
