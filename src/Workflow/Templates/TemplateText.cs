using System.Security.Cryptography;
using System.Text;

namespace MdtChatBot.Workflow.Templates;

/// <summary>One template in one language, as it is handed in for approval.</summary>
/// <param name="Key">The text that it is for, or the stand-in that it is.</param>
/// <param name="Language">Of the youth who get it.</param>
/// <param name="Declared">WhatsApp's code of the language that its words are in.</param>
/// <param name="Body">With <c>{{1}}</c>, <c>{{2}}</c> … for what is filled in.</param>
/// <param name="Variables">What fills them, in that order: names of arguments, or <c>choice.N.id</c>.</param>
/// <param name="Samples">A value for each variable, for those who review it.</param>
public sealed record TemplateText(
    string Key,
    Language Language,
    string Declared,
    TemplateCategory Category,
    string Body,
    IReadOnlyList<string> Variables,
    IReadOnlyList<string> Samples,
    IReadOnlyList<TemplateButton> Buttons)
{
    /// <summary>WhatsApp's limit for the words of a template.</summary>
    public const int MostCharacters = 1024;

    /// <summary>WhatsApp's limit for a button.</summary>
    public const int MostOfButton = 20;

    /// <summary>Changes with every word of it: an approval is for exactly these words.</summary>
    public string Hash { get; } = HashOf(Declared, Category, Body, Variables, Buttons);

    /// <summary>Its name at WhatsApp, new for new words: small letters, digits and underscores.</summary>
    public string Name => $"mdt_{NameOf(Key)}_{Language}_{Hash}";

    /// <summary>This wording, once WhatsApp approved it.</summary>
    /// <param name="sid">Its id at the provider.</param>
    /// <param name="category">As WhatsApp charges it.</param>
    public ApprovedTemplate ApprovedAs(string sid, TemplateCategory category) => new(Key, Language.Code, sid, category, Variables, [.. Buttons.Select(b => b.Title)]);

    /// <summary>Whether its body begins or ends with something filled in, which WhatsApp refuses.</summary>
    public bool IsBare => Body.StartsWith("{{", StringComparison.Ordinal) || Body.EndsWith("}}", StringComparison.Ordinal);

    static string NameOf(string key)
    {
        var name = new StringBuilder();
        foreach (var c in key)
        {
            if (char.IsAsciiLetterUpper(c)) name.Append('_').Append(char.ToLowerInvariant(c));
            else name.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        }

        return name.ToString();
    }

    static string HashOf(string declared, TemplateCategory category, string body, IEnumerable<string> variables, IEnumerable<TemplateButton> buttons)
    {
        var all = string.Join('\n', [declared, category.ToString(), body, .. variables, .. buttons.Select(b => $"{b.Title}|{b.Id}")]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..8];
    }
}

/// <summary>A quick reply under a template.</summary>
/// <param name="Id">What a tap sends back: fixed, or <c>{{7}}</c>.</param>
public sealed record TemplateButton(string Title, string Id);
