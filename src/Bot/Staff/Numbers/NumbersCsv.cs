using System.Globalization;

namespace MdtChatBot.Bot.Staff.Numbers;

/// <summary>The tables of the page as one file: what is hidden there is hidden here.</summary>
static class NumbersCsv
{
    static readonly string[] Headings = ["period", "table", "of", "what", "count", "share"];

    public static byte[] Write(NumbersView view, string period, StaffWords words) => Spreadsheet.Write(
        view.All.Select(IReadOnlyList<string> (figure) =>
        [
            period, words["numbers.tables." + figure.Table], figure.Of, figure.What,
            figure.Told?.ToString(CultureInfo.InvariantCulture) ?? words["numbers.few"],
            figure.Share is { } share ? $"{share}%" : "",
        ]).Prepend([.. Headings.Select(heading => words["numbers.csv." + heading])]));
}
