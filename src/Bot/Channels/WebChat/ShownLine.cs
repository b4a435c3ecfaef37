namespace MdtChatBot.Bot.Channels.WebChat;

/// <summary>New lines for the page, oldest first.</summary>
public sealed record ShownLines(IReadOnlyList<ShownLine> Lines);

/// <summary>One line of the conversation as the page shows it.</summary>
public sealed record ShownLine
{
    /// <summary>The transcript line's id: rises within a conversation.</summary>
    public required long Id { get; init; }

    /// <summary><c>youth</c>, <c>bot</c> or <c>coach</c>.</summary>
    public required string From { get; init; }

    /// <summary>BCP 47, for the screen reader's voice and the font.</summary>
    public required string Language { get; init; }

    /// <summary><c>ltr</c> or <c>rtl</c>; <c>auto</c> where people wrote themselves.</summary>
    public required string Direction { get; init; }

    public required string Body { get; init; }

    /// <summary>The youth wrote something and took it back: the body is empty.</summary>
    public bool TakenBack { get; init; }

    public IReadOnlyList<ShownChoice> Choices { get; init; } = [];

    /// <summary>Where the voice is that goes with it; null without.</summary>
    public string? Sound { get; init; }

    /// <summary>The date in the Netherlands, ISO 8601: the page draws a line between days.</summary>
    public required string Date { get; init; }

    /// <summary>The date in words, in the line's language.</summary>
    public required string Day { get; init; }

    /// <summary>The time in the Netherlands, <c>14:05</c>.</summary>
    public required string Clock { get; init; }
}

/// <summary>An answer to tap; <paramref name="Description"/> is empty without.</summary>
public sealed record ShownChoice(string Id, string Label, string Description);
