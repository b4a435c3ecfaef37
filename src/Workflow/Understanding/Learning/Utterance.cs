namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>Something a youth might write, and what it means.</summary>
public readonly record struct Utterance(string Words, Intent Intent, Language Language);
