namespace MdtChatBot.Workflow.Numbers;

/// <summary>
/// How counts of people are told: fewer than five not at all, others rounded to fives, each by itself. With exact totals one
/// subtraction would tell a hidden number (docs/adr/0013).
/// </summary>
public static class SmallCounts
{
    /// <summary>From here on a count is told.</summary>
    public const int Fewest = 5;

    /// <summary>Null: too few to tell.</summary>
    public static int? Told(int count) => count < Fewest ? null : (count + 2) / 5 * 5;

    /// <summary>A share in whole percents, of the told numbers; null where one of them is not told.</summary>
    public static int? Share(int part, int whole) =>
        (Told(part), Told(whole)) is ({ } some, { } all) ? Math.Min(100, (int)Math.Round(100.0 * some / all)) : null;
}
