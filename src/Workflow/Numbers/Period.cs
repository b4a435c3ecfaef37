namespace MdtChatBot.Workflow.Numbers;

/// <summary>A month, quarter or year of the calendar: fixed, so that nobody subtracts one day from another.</summary>
/// <param name="Name">As it stands in an address: <c>2026-11</c>, <c>2026-Q4</c>, <c>2026</c>.</param>
public sealed record Period(string Name, Month From, Month To)
{
    const int MonthsOffered = 12;
    const int QuartersOffered = 4;

    public static Period Of(Month month) => new(month.ToString(), month, month);

    public static Period Quarter(Month month)
    {
        var quarter = (month.Number - 1) / 3;
        var first = month with { Number = quarter * 3 + 1 };
        return new Period($"{month.Year}-Q{quarter + 1}", first, first.Plus(2));
    }

    public static Period Year(int year) => new($"{year}", new Month(year, 1), new Month(year, 12));

    /// <summary>What can be asked for in this month: this year and last year, the last quarters, the last months; the newest first.</summary>
    public static IReadOnlyList<Period> Offered(Month now) =>
    [
        .. Enumerable.Range(0, MonthsOffered).Select(i => Of(now.Plus(-i))),
        .. Enumerable.Range(0, QuartersOffered).Select(i => Quarter(now.Plus(-3 * i))),
        Year(now.Year),
        Year(now.Year - 1),
    ];
}
