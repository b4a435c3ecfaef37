using MdtChatBot.Bot.Staff;
using MdtChatBot.Workflow.Content.Checking;

namespace MdtChatBot.Bot.Texts;

/// <summary>A reviewer's spreadsheet: one language, a row for each text.</summary>
static class ReviewFile
{
    static readonly IReadOnlyList<string> Columns = ["key", "section", "dutch", "english", "text", "limit", "note", "status"];

    public static byte[] Write(IEnumerable<ReviewRow> rows) =>
        Spreadsheet.Write(rows.Select(IReadOnlyList<string> (r) => [r.Key, r.Section, r.Dutch, r.English, r.Words, r.Limit, r.Note, r.Status]).Prepend(Columns));

    /// <exception cref="FormatException">Not such a file.</exception>
    public static IReadOnlyList<ReviewLine> Read(byte[] file)
    {
        var rows = Spreadsheet.Read(file);
        if (rows.Count == 0) throw new FormatException("there are no rows");
        foreach (var needed in new[] { "key", "dutch", "text" })
            if (!rows[0].Fields.ContainsKey(needed)) throw new FormatException($"there is no column '{needed}': the first line names the columns");
        return [.. rows.Where(r => r.Fields.GetValueOrDefault("key", "").Length > 0).Select(r => new ReviewLine(r.Line, Cell(r.Fields, "key"), Cell(r.Fields, "dutch"), Cell(r.Fields, "text").Trim()))];
    }

    // Spreadsheets write line breaks their own way.
    static string Cell(IReadOnlyDictionary<string, string> fields, string name) =>
        fields.GetValueOrDefault(name, "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
