using System.Collections;
using MdtChatBot.Workflow.Programme.Entering;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace MdtChatBot.Bot.Staff.Programme;

/// <summary>Between a draft of the programme and the form that it is typed in.</summary>
static class Drafts
{
    /// <summary>The name of the property that pages bind their draft to.</summary>
    public const string Prefix = "Draft.";

    /// <summary>Puts faults at their fields.</summary>
    public static void Show(this ModelStateDictionary state, IEnumerable<Fault> faults, StaffWords words)
    {
        foreach (var fault in faults) state.AddModelError(Prefix + fault.Field, words.Write(fault.Why));
    }

    /// <summary>Somebody else saved first: says so, and at each field how it stands now where that is not what was typed.</summary>
    /// <param name="version">The field of the form that says which version it was made from; the next try is from the newest.</param>
    public static void ShowChanges<T>(this ModelStateDictionary state, T now, T typed, StaffWords words, string version) where T : notnull
    {
        state.AddModelError("", words["entry.savedFirst"]);
        state.Remove(version);
        var mine = Fields(typed).ToDictionary();
        foreach (var (field, value) in Fields(now))
            if (mine.GetValueOrDefault(field, "") != value) state.AddModelError(Prefix + field, words["entry.changedMeanwhile", ("value", Workflow.Content.Arg.Of(value.Length > 0 ? value : "–"))]);
    }

    static IEnumerable<KeyValuePair<string, string>> Fields(object draft)
    {
        foreach (var property in draft.GetType().GetProperties().Where(p => p.CanWrite))
        {
            switch (property.GetValue(draft))
            {
                case Dictionary<string, string?> words:
                    foreach (var (code, text) in words) yield return new($"{property.Name}[{code}]", Plain(text));
                    break;
                case string text: yield return new(property.Name, Plain(text)); break;
                case IEnumerable list: yield return new(property.Name, string.Join(", ", list.Cast<object>())); break;
                case var other: yield return new(property.Name, Plain(other?.ToString())); break;
            }
        }
    }

    static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}

/// <summary>Words in each language of a form: what the partial <c>_Words</c> shows.</summary>
/// <param name="Field">As in <c>Draft.Bring</c>.</param>
/// <param name="Label">Key of its words.</param>
/// <param name="Hint">Key of what is expected.</param>
/// <param name="Typed">By language.</param>
public sealed record WordsField(string Field, string Label, string Hint, IReadOnlyDictionary<string, string?> Typed);
