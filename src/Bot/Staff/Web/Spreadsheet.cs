using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace MdtChatBot.Bot.Staff;

/// <summary>CSV as spreadsheets here write and read it: semicolons, Unicode, and nothing that would run as a formula.</summary>
static class Spreadsheet
{
    const string NewLine = "\r\n";

    static readonly char[] Quoted = [';', '"', '\r', '\n'];

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows) text.AppendJoin(';', row.Select(Field)).Append(NewLine);
        // The mark at the front tells spreadsheets that these letters are Unicode.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>The rows of a file by the names of its first one, each with the line it begins on. Spreadsheets elsewhere write commas or tabs.</summary>
    /// <exception cref="FormatException">No CSV, or not in Unicode.</exception>
    public static IReadOnlyList<(int Line, IReadOnlyDictionary<string, string> Fields)> Read(byte[] file)
    {
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture) { DetectDelimiter = true, DetectDelimiterValues = [";", ",", "\t"], BadDataFound = null };
        try
        {
            using var reader = new StringReader(Strict.GetString(file).TrimStart('\uFEFF'));
            using var csv = new CsvParser(reader, settings);
            var rows = new List<(int, IReadOnlyDictionary<string, string>)>();
            if (!csv.Read()) return rows;
            var names = csv.Record!.Select(n => n.Trim()).ToList();
            for (var line = csv.RawRow + 1; csv.Read(); line = csv.RawRow + 1)
                rows.Add((line, names.Zip(csv.Record!).DistinctBy(f => f.First).ToDictionary(f => f.First, f => Unescaped(f.Second))));
            return rows;
        }
        catch (DecoderFallbackException e)
        {
            throw new FormatException("the file is not in Unicode: save it as “CSV UTF-8”", e);
        }
        catch (CsvHelperException e)
        {
            throw new FormatException("the file is not CSV: " + e.Message, e);
        }
    }

    // Words may begin as a formula does: a spreadsheet must not run them.
    internal static string Field(string words)
    {
        var safe = IsFormula(words) ? "'" + words : words;
        return safe.IndexOfAny(Quoted) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    static string Unescaped(string field) => field is ['\'', ..] && IsFormula(field[1..]) ? field[1..] : field;

    static bool IsFormula(string words) => words is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
