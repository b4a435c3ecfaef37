namespace MdtChatBot.Workflow.Content;

/// <summary>
/// What the bot says in one turn: one message of one or more parts, and the choices under it.
/// Stored as it stands; the catalogue writes it in any language.
/// </summary>
/// <param name="Parts">Written below each other with an empty line between.</param>
/// <param name="Choices">At most ten (a WhatsApp list); the youth answers with the number, the label or a tap.</param>
public sealed record Saying(IReadOnlyList<Part> Parts, IReadOnlyList<Choice> Choices)
{
    /// <summary>The youth wants to read the same in Dutch below their own language.</summary>
    public bool WithDutch { get; init; }
}

/// <summary>One part of a message; <paramref name="In"/> is set only where it is not the youth's own language.</summary>
public sealed record Part(Text Text, Language? In = null);

/// <summary>One answer the youth can tap, number or write.</summary>
/// <param name="Id">What a tap sends back, for example <c>session:42</c>; at most 200 characters (Twilio).</param>
/// <param name="Label">At most 20 characters for a button, 24 for a list row (WhatsApp).</param>
/// <param name="Description">A second line in a list; at most 72 characters.</param>
public sealed record Choice(string Id, Text Label, Text? Description = null);
