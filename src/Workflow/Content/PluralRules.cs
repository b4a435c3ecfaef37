namespace MdtChatBot.Workflow.Content;

/// <summary>CLDR plural categories of whole numbers for the languages we write (platform.md; CLDR 46 “plurals”).</summary>
static class PluralRules
{
    /// <summary>The categories that counts of one and more fall into: the forms that a text in this language must have.</summary>
    public static IReadOnlyList<string> CategoriesOf(Language language) => [.. Enumerable.Range(1, 200).Select(n => CategoryOf(language, n)).Append("other").Distinct()];

    public static string CategoryOf(Language language, int n) => language.Code switch
    {
        "ar" => Arabic(n),
        "uk" or "ru" => EastSlavic(n),
        "fr" or "fa" or "prs" or "ti" or "am" => n is 0 or 1 ? "one" : "other",
        _ => n is 1 ? "one" : "other",
    };

    static string Arabic(int n) => n switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ => (n % 100) switch
        {
            >= 3 and <= 10 => "few",
            >= 11 => "many",
            _ => "other",
        },
    };

    static string EastSlavic(int n) => (n % 10, n % 100) switch
    {
        (1, not 11) => "one",
        ( >= 2 and <= 4, not (>= 12 and <= 14)) => "few",
        _ => "many",
    };
}
