namespace MdtChatBot.Workflow;

/// <summary>What the privacy text promises; the program keeps it.</summary>
public static class PrivacyPromise
{
    /// <summary>How long data is kept after the last message, in months (domain.md 10, proposal; the controller decides).</summary>
    public const int MonthsKept = 6;
}
