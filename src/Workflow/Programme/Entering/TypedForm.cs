using System.Globalization;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme.Writing;
using NodaTime;
using NodaTime.Text;

namespace MdtChatBot.Workflow.Programme.Entering;

/// <summary>A form as somebody typed it, read field by field; what can't be read is noted as a fault at its field.</summary>
sealed class TypedForm
{
    static readonly LocalDatePattern[] Dates = [LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("d-M-uuuu"), LocalDatePattern.CreateWithInvariantCulture("d/M/uuuu")];
    static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> Faults => _faults;

    public void Refuse(string field, Text why) => _faults.Add(new Fault(field, why));

    /// <summary>One line without abbreviations that the readers do not know.</summary>
    public string Line(string field, string? typed, int max, AbbreviationDictionary? known = null, bool required = true)
    {
        var line = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length == 0 && required) Refuse(field, "entry.missing");
        if (line.Length > max) Refuse(field, Text.Of("entry.tooLong", ("max", Arg.Of(max)), ("length", Arg.Of(line.Length))));
        if (known is not null) DemandWrittenOut(field, line, Language.Dutch, known);
        return line;
    }

    /// <summary>Words in some languages; those that are empty are missing, and stay so.</summary>
    public LocalText Words(string field, IReadOnlyDictionary<string, string?> typed, int max, AbbreviationDictionary known, bool required = false)
    {
        var words = new LocalText();
        foreach (var (code, text) in typed)
        {
            var at = $"{field}[{code}]";
            var trimmed = (text ?? "").Trim().ReplaceLineEndings(" ");
            if (trimmed.Length == 0) continue;
            if (trimmed.Length > max) Refuse(at, Text.Of("entry.tooLong", ("max", Arg.Of(max)), ("length", Arg.Of(trimmed.Length))));
            DemandWrittenOut(at, trimmed, new Language(code), known);
            words[code] = trimmed;
        }

        if (required && !words.ContainsKey(Language.Dutch.Code)) Refuse($"{field}[{Language.Dutch.Code}]", "entry.dutchFirst");
        return words;
    }

    public int Number(string field, string? typed, int min, int max)
    {
        if (int.TryParse((typed ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max) return number;
        Refuse(field, Text.Of("entry.number", ("min", Arg.Of(min)), ("max", Arg.Of(max))));
        return min;
    }

    public LocalDate? Date(string field, string? typed)
    {
        foreach (var pattern in Dates)
            if (pattern.Parse((typed ?? "").Trim()) is { Success: true } read) return read.Value;
        Refuse(field, string.IsNullOrWhiteSpace(typed) ? "entry.missing" : "entry.date");
        return null;
    }

    public LocalTime? Time(string field, string? typed)
    {
        if (Clock.Parse((typed ?? "").Trim().Replace('.', ':')) is { Success: true } read) return read.Value;
        Refuse(field, string.IsNullOrWhiteSpace(typed) ? "entry.missing" : "entry.time");
        return null;
    }

    public GeoPoint Position(string field, string? typed)
    {
        if (MapPosition.Read(typed ?? "") is { } at) return at;
        Refuse(field, string.IsNullOrWhiteSpace(typed) ? "entry.missing" : "entry.position");
        return default;
    }

    /// <summary>A telephone number as people write it; youth call it from a message.</summary>
    public string Phone(string field, string? typed)
    {
        var phone = (typed ?? "").Trim();
        if (phone.Length > 0 && (phone.Length > 24 || phone.Count(char.IsAsciiDigit) is < 3 or > 15 || phone.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '+' or '-' or '(' or ')'))))
            Refuse(field, "entry.phone");
        return phone;
    }

    void DemandWrittenOut(string field, string text, Language language, AbbreviationDictionary known)
    {
        if (AbbreviationRule.Find(text, language, known) is not [var first, ..]) return;
        var written = ("written", Arg.Of(first.Written));
        Refuse(field, first.WriteOut.Length > 0 ? Text.Of("entry.writeAs", written, ("out", Arg.Of(first.WriteOut))) : Text.Of("entry.writeOut", written));
    }
}
