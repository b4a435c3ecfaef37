namespace MdtChatBot.Workflow.Content;

/// <summary>A text in a language, as far as somebody spoke it: names its clip.</summary>
public readonly record struct SpokenText(string Key, string Language);
