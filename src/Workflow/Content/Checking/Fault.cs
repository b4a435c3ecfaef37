namespace MdtChatBot.Workflow.Content.Checking;

/// <summary>One thing that is wrong with one text. What it says to people stands in <c>content/staff</c>, under <c>textFaults</c>.</summary>
/// <param name="Language">Code of the language.</param>
/// <param name="Key">Of the text; empty where the file as a whole can't be read.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Wanted">What should.</param>
public sealed record Fault(string Language, string Key, FaultKind Kind, string Found = "", string Wanted = "")
{
    /// <summary>In the words of staff.</summary>
    public Text Words => Text.Of("textFaults." + Kind, ("found", Arg.Of(Found)), ("wanted", Arg.Of(Wanted)));

    /// <summary>The file that it stands in, and the key there.</summary>
    public (string File, string Key) Place => Key.StartsWith(Phrasebook.Prefix, StringComparison.Ordinal)
        ? ($"content/phrasebook/{Language}.yaml", Key[Phrasebook.Prefix.Length..])
        : ($"content/{Language}.yaml", Key);

    public override string ToString() => $"{Place.File}: {Place.Key}: {Kind} {Found} {Wanted}".TrimEnd();
}

/// <summary>What can be wrong. Its name is the key of its words.</summary>
public enum FaultKind
{
    /// <summary>The file is not valid YAML.</summary>
    Unreadable,

    /// <summary>A text that Dutch has is not there.</summary>
    Missing,

    /// <summary>A text that Dutch does not have.</summary>
    Extra,

    /// <summary>No words, where Dutch has some.</summary>
    Empty,

    /// <summary>The braces of arguments and plurals don't fit.</summary>
    Pattern,

    /// <summary>Other arguments than in Dutch.</summary>
    Arguments,

    /// <summary>A plural form that the language needs.</summary>
    PluralForm,

    /// <summary>Longer than its channel shows.</summary>
    TooLong,

    /// <summary>A word that may not be used, like one for military service.</summary>
    Forbidden,

    /// <summary>A word that stays as it is in every language, like IND.</summary>
    Kept,

    /// <summary>A number of the Dutch text is not there: a telephone number, an age.</summary>
    Number,

    /// <summary>A number that the Dutch text does not have.</summary>
    OtherNumber,

    /// <summary>Digits other than 0–9.</summary>
    Digits,

    /// <summary>A time that is not on the 24-hour clock.</summary>
    Clock,

    /// <summary>Letters of another script.</summary>
    Script,

    /// <summary>A letter that the language does not have, mostly from another keyboard.</summary>
    Letter,

    /// <summary>A sentence of more words than A2 readers take.</summary>
    Sentence,

    /// <summary>The same words as in another language: not translated yet.</summary>
    SameAs,

    /// <summary>A form that takes the reader for a man or a woman.</summary>
    Gendered,

    /// <summary>The ASCII apostrophe, which quotes in ICU.</summary>
    Apostrophe,

    /// <summary>Too long for WhatsApp as a template.</summary>
    Template,

    /// <summary>The same text stands there before.</summary>
    Twice,

    /// <summary>The Dutch beside it is not that of today: it was sent out before that changed.</summary>
    DutchChanged,
}
