namespace MdtChatBot.Workflow.Content;

/// <summary>
/// Words of the programme data, written by staff in one or more languages, by language code.
/// Where a language is missing the reader gets English, then Dutch, then whatever there is: never a machine's guess.
/// </summary>
public sealed class LocalText : Dictionary<string, string>
{
    public LocalText() { }

    public LocalText(IReadOnlyDictionary<string, string> words) : base(words) { }

    /// <summary>The same words whatever the language: a name or an address.</summary>
    public static LocalText Same(string words) => new() { [Language.Dutch.Code] = words };

    /// <summary>The words in this language, or the nearest fallback; empty where nothing was written.</summary>
    public string In(Language language) =>
        TryGetValue(language.Code, out var words) ? words
        : language.Base is { } close && TryGetValue(close.Code, out words) ? words
        : TryGetValue(Language.English.Code, out words) ? words
        : TryGetValue(Language.Dutch.Code, out words) ? words
        : Values.FirstOrDefault() ?? "";

    /// <summary>Whether it was written in this language, or in the one that it is spoken much like.</summary>
    public bool IsIn(Language language) => ContainsKey(language.Code) || (language.Base is { } close && ContainsKey(close.Code));

    /// <summary>Only what a stored message needs: the youth's language (or its fallback) and Dutch for staff.</summary>
    public LocalText For(Language language)
    {
        var kept = new LocalText { [language.Code] = In(language) };
        kept.TryAdd(Language.Dutch.Code, In(Language.Dutch));
        return kept;
    }
}
