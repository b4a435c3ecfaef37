namespace MdtChatBot.Workflow;

/// <summary>A language that the bot has texts in, by its BCP 47 code (<c>nl</c>, <c>ar</c>, <c>ti</c> …), lower case.</summary>
public readonly record struct Language(string Code)
{
    /// <summary>Dutch: the language of staff, and the first that every text is written in.</summary>
    public static readonly Language Dutch = new("nl");

    /// <summary>English: shown beside Dutch to a youth whose language is not known yet.</summary>
    public static readonly Language English = new("en");

    public override string ToString() => Code;
}
