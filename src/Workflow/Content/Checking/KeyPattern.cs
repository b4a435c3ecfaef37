using System.Text.RegularExpressions;

namespace MdtChatBot.Workflow.Content.Checking;

/// <summary>Keys by pattern: <c>*</c> stands for anything, as in <c>*.buttons.*</c>.</summary>
sealed class KeyPattern
{
    readonly Regex _any;

    public KeyPattern(IEnumerable<string> patterns) =>
        _any = new Regex("^(?:" + string.Join('|', patterns.Select(p => Regex.Escape(p).Replace(@"\*", ".*", StringComparison.Ordinal))) + ")$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public bool Has(string key) => _any.IsMatch(key);
}
