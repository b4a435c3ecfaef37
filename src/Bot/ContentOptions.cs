namespace MdtChatBot.Bot;

/// <summary>Section <c>Content</c>: where the texts are.</summary>
public sealed class ContentOptions
{
    public const string Section = "Content";

    /// <summary>Folder with <c>nl.yaml</c> and the others, <c>phrases/</c> and <c>demo/</c>. Empty: <c>content</c> beside the program.</summary>
    public string Directory { get; init; } = "";
}
