namespace MdtChatBot.Workflow;

/// <summary>A language that the bot has texts in, by its BCP 47 code (<c>nl</c>, <c>ar</c>, <c>ti</c> …), lower case.</summary>
public readonly record struct Language(string Code)
{
    /// <summary>Dutch: the language of staff, and the first that every text is written in.</summary>
    public static readonly Language Dutch = new("nl");

    /// <summary>English: shown beside Dutch to a youth whose language is not known yet.</summary>
    public static readonly Language English = new("en");

    /// <summary>In the order they are offered: Dutch and English first, then by how many youth in AZCs speak it (domain.md 6).</summary>
    public static readonly IReadOnlyList<Language> InOrder =
    [
        Dutch, English, new("ar"), new("ti"), new("tr"), new("fa"), new("prs"), new("ku"), new("ckb"), new("so"), new("fr"), new("ps"), new("uk"), new("ru"), new("es"), new("am"),
    ];

    static readonly Dictionary<string, int> Places = InOrder.Index().ToDictionary(l => l.Item.Code, l => l.Index);

    /// <summary>Where it stands in <see cref="InOrder"/>; one that is not there comes last.</summary>
    public int Place => Places.GetValueOrDefault(Code, Places.Count);

    /// <summary>The language that this one is spoken much like, and whose words are read where it has none of its own: Farsi for Dari.</summary>
    public Language? Base => Code is "prs" ? new Language("fa") : null;

    /// <summary>Who speaks these understands it: it is one of them, or much like one.</summary>
    public bool IsAmong(IReadOnlyList<Language> spoken)
    {
        for (var i = 0; i < spoken.Count; i++)
            if (spoken[i] == this || spoken[i] == Base || spoken[i].Base == this) return true;
        return false;
    }

    public override string ToString() => Code;
}
