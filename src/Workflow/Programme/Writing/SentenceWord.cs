using System.Text.RegularExpressions;

namespace MdtChatBot.Workflow.Programme.Writing;

/// <summary>One word of a text with what stands around it.</summary>
/// <param name="Pause">A comma stands behind it.</param>
sealed partial record SentenceWord(string Whole, string SecondBefore, string Before, string After, string SecondAfter, bool Pause)
{
    static readonly char[] Around = ['(', ')', '[', ']', '“', '”', '"', '‘', '«', '»', ',', ';', '!', '?', '…', '*', '•', '·', '\u2066', '\u2068', '\u2069'];

    public static IReadOnlyList<SentenceWord> Of(string text)
    {
        var written = text.Split([' ', '\n', '\r', '\t', '\u00a0', '—', '|'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Trim(Around).Length > 0).ToList();
        var words = written.ConvertAll(w => w.Trim(Around));
        return [.. words.Select((w, i) => new SentenceWord(w, At(words, i - 2), At(words, i - 1), At(words, i + 1), At(words, i + 2), written[i][^1] is ',' or ';' or ')'))];
    }

    /// <summary>“nov” of “nov.” and “wo:”.</summary>
    public string Bare => Whole.TrimEnd('.', ':');

    /// <summary>A full stop that does not end the text.</summary>
    public bool HasDot => Whole.EndsWith('.') && After.Length > 0;

    /// <summary>An address of the internet, which is read by machines.</summary>
    public bool IsLink => Whole.Contains("://", StringComparison.Ordinal) || Whole.Contains('@', StringComparison.Ordinal) || Whole.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>“13:00”, “9.30”, “14u”.</summary>
    public static bool IsTime(string word) => Time().IsMatch(word);

    /// <summary>1 to 31, also “5-7”.</summary>
    public static bool IsDayNumber(string word) => DayNumber().IsMatch(word);

    public static bool StartsWithDigit(string word) => word.Length > 0 && char.IsAsciiDigit(word[0]);

    static string At(List<string> words, int at) => at >= 0 && at < words.Count ? words[at] : "";

    [GeneratedRegex(@"^\d{1,2}([:.]\d{2}|u)", RegexOptions.ExplicitCapture)]
    private static partial Regex Time();

    [GeneratedRegex(@"^([1-9]|[12]\d|3[01])([-–/]\d{1,2})?[.,]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex DayNumber();
}
