using System.Globalization;
using NodaTime;

namespace MdtChatBot.Workflow.Numbers;

/// <summary>A calendar month in the Netherlands: the shortest time that figures are told of.</summary>
public readonly record struct Month(int Year, int Number) : IComparable<Month>
{
    public static Month Of(Instant at)
    {
        var day = at.InZone(Netherlands.Zone).Date;
        return new Month(day.Year, day.Month);
    }

    /// <summary>As it is stored: <c>2026-11</c>, so that text order is time order.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Number:D2}");

    public Month Plus(int months)
    {
        var zero = Year * 12 + Number - 1 + months;
        return new Month(zero / 12, zero % 12 + 1);
    }

    public int CompareTo(Month other) => (Year, Number).CompareTo((other.Year, other.Number));

    public static bool operator <(Month left, Month right) => left.CompareTo(right) < 0;

    public static bool operator >(Month left, Month right) => left.CompareTo(right) > 0;

    public static bool operator <=(Month left, Month right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Month left, Month right) => left.CompareTo(right) >= 0;
}
