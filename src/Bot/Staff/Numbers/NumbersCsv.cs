using System.Globalization;
using System.Text;

namespace MdtChatBot.Bot.Staff.Numbers;

/// <summary>The tables of the page as one file: what is hidden there is hidden here. Semicolons, as Dutch spreadsheets expect.</summary>
static class NumbersCsv
{
    const string NewLine = "\r\n";

    static readonly string[] Headings = ["period", "table", "of", "what", "count", "share"];
    static readonly char[] Quoted = [';', '"', '\r', '\n'];

    public static byte[] Write(NumbersView view, string period, StaffWords words)
    {
        var text = new StringBuilder();
        Row(text, [.. Headings.Select(heading => words["numbers.csv." + heading])]);
        foreach (var figure in view.All)
        {
            var told = figure.Told?.ToString(CultureInfo.InvariantCulture) ?? words["numbers.few"];
            Row(text, [period, words["numbers.tables." + figure.Table], figure.Of, figure.What, told, figure.Share is { } share ? $"{share}%" : ""]);
        }

        // The mark at the front tells spreadsheets that these letters are Unicode.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    static void Row(StringBuilder text, IReadOnlyList<string> fields) => text.AppendJoin(';', fields.Select(Field)).Append(NewLine);

    // Words of youth may begin as a formula does: a spreadsheet must not run them.
    internal static string Field(string words)
    {
        var safe = words is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + words : words;
        return safe.IndexOfAny(Quoted) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
