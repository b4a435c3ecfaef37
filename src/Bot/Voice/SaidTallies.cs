using MdtChatBot.Bot.Sending;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Bot.Voice;

/// <summary>With which text messages begin that left. A node that dies loses the count of the last minute.</summary>
public sealed class SaidTallies : ITallies<(SpokenText Text, long Count)>
{
    readonly Counts<SpokenText> _counts = new();

    public void Count(OutboxMessage message)
    {
        if (message.TemplateKey.Length > 0) _counts.Add(new SpokenText(message.TemplateKey, message.Language));
    }

    public IReadOnlyList<(SpokenText Text, long Count)> Take() => [.. _counts.Take().Select(t => (t.Key, t.Value))];

    public void Return(IReadOnlyList<(SpokenText Text, long Count)> tallies)
    {
        foreach (var (text, count) in tallies) _counts.Add(text, count);
    }
}
