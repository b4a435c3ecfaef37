namespace MdtChatBot.Bot.Understanding;

/// <summary>Section <c>Understanding</c>.</summary>
public sealed class UnderstandingOptions
{
    public const string Section = "Understanding";

    /// <summary>What the bot does not understand is kept for staff to label, masked and without the youth.</summary>
    public bool KeepMisunderstood { get; init; } = true;
}
