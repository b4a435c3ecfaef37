namespace MdtChatBot.Workflow.Conversations;

/// <summary>A voice note as the provider keeps it: never the sound itself.</summary>
/// <param name="Url">Where it is fetched, with our credentials.</param>
/// <param name="Type">What the provider calls it, <c>audio/ogg</c>.</param>
public sealed record Recording(string Url, string Type);
