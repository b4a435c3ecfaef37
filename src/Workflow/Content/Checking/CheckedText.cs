using System.Text;

namespace MdtChatBot.Workflow.Content.Checking;

/// <summary>One text under examination, with the Dutch that it says in another language.</summary>
sealed class CheckedText
{
    /// <summary>Stands for an argument: no letter, no digit, one character.</summary>
    public const char Hole = '¤';

    const int Uncounted = 987654;

    public CheckedText(string key, Language language, string words, string dutch)
    {
        (Key, Language, Words, Dutch) = (key, language, words, dutch);
        try
        {
            Pattern = MessagePattern.Parse(words);
            Forms = FormsOf(Pattern);
            Whole = string.Join('\n', Forms);
        }
        catch (FormatException e)
        {
            WhyNoPattern = e.Message;
        }
    }

    public string Key { get; }

    public Language Language { get; }

    public string Words { get; }

    public string Dutch { get; }

    /// <summary>Null where it can't be parsed; no other rule looks at it then.</summary>
    public MessagePattern? Pattern { get; }

    public string WhyNoPattern { get; } = "";

    /// <summary>All that it can say, one for each plural or select form, with a <see cref="Hole"/> for each argument.</summary>
    public IReadOnlyList<string> Forms { get; } = [];

    /// <summary>All forms below each other.</summary>
    public string Whole { get; } = "";

    /// <summary>All that a text can say; the Dutch ones are read from a running catalogue or its file and are valid.</summary>
    public static IReadOnlyList<string> FormsOf(MessagePattern pattern) =>
        pattern.Cases.Count == 0 ? [FormOf(pattern, "other")] : [.. pattern.Cases.Select(c => FormOf(pattern, c)).Distinct()];

    static string FormOf(MessagePattern pattern, string form)
    {
        var to = new StringBuilder();
        var exact = form.StartsWith('=') && int.TryParse(form.AsSpan(1), out var n) ? n : Uncounted;
        pattern.Write(to, name => pattern.SelectNames.Contains(name) ? form : Hole.ToString(), _ => exact, _ => form);
        return to.Replace($"{Uncounted}", Hole.ToString()).ToString();
    }
}
