namespace MdtChatBot.Workflow.Templates;

/// <summary>One text that may go out after the 24-hour window, as <c>content/whatsapp/templates.yaml</c> has it.</summary>
/// <param name="Category">Null where it has no template of its own, only a stand-in.</param>
/// <param name="Parts">Keys of the texts that the template consists of.</param>
/// <param name="Buttons">Keys of the labels under it; at most three, so that the free message shows them in the same way.</param>
/// <param name="StandIn">What goes out in its place; null where nothing does.</param>
public sealed record TemplateSpec(string Key, TemplateCategory? Category, IReadOnlyList<string> Parts, IReadOnlyList<string> Buttons, string? StandIn)
{
    /// <summary>What the keys of stand-ins begin with.</summary>
    public const string StandIns = "window.";

    /// <summary>What the key of a longer form ends with, which goes where the message has all that it needs.</summary>
    public const string Longer = "+";

    /// <summary>Says nothing but that there is a message; the message itself follows when the youth taps.</summary>
    public bool IsStandIn => Key.StartsWith(StandIns, StringComparison.Ordinal);
}

/// <summary>What WhatsApp charges a message as. Stored by name.</summary>
public enum TemplateCategory
{
    Utility,
    Marketing,
}
