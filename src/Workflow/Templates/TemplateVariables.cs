using System.Globalization;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Workflow.Templates;

/// <summary>Fills <c>{{1}}</c>, <c>{{2}}</c> … of a content template from a written message.</summary>
public static class TemplateVariables
{
    /// <summary>By number; null where a name has no value in this message, or one that WhatsApp refuses (empty).</summary>
    public static Dictionary<string, string>? Fill(IReadOnlyList<string> names, Written written)
    {
        var filled = new Dictionary<string, string>(names.Count);
        foreach (var name in names)
        {
            if (ValueOf(name, written) is not { Length: > 0 } value) return null;
            filled.Add((filled.Count + 1).ToString(CultureInfo.InvariantCulture), value);
        }

        return filled;
    }

    static string? ValueOf(string name, Written written)
    {
        if (name == "body") return written.Body;
        if (name.Split('.') is ["choice", var number, var part]) return OfChoice(written.Choices, number, part);
        return written.Arguments?.GetValueOrDefault(name);
    }

    static string? OfChoice(IReadOnlyList<WrittenChoice> choices, string number, string part) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at >= 1 && at <= choices.Count
            ? part switch
            {
                "id" => choices[at - 1].Id,
                "label" => choices[at - 1].Label,
                "description" => choices[at - 1].Description,
                _ => null,
            }
            : null;
}
