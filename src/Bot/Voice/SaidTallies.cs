using MdtChatBot.Storage;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Bot.Voice;

/// <summary>Counts in memory with which text messages begin, until it is added up. A node that dies loses the count of the last minute.</summary>
public sealed class SaidTallies
{
    readonly Lock _gate = new();
    Dictionary<SpokenText, long> _counts = [];

    public void Count(OutboxMessage message)
    {
        if (message.TemplateKey.Length > 0) Add(new SpokenText(message.TemplateKey, message.Language), 1);
    }

    /// <summary>All there are; whoever takes them adds them up or returns them.</summary>
    public IReadOnlyList<(SpokenText Text, long Count)> Take()
    {
        lock (_gate)
        {
            var taken = _counts;
            if (taken.Count > 0) _counts = [];
            return [.. taken.Select(t => (t.Key, t.Value))];
        }
    }

    public void Return(IReadOnlyList<(SpokenText Text, long Count)> said)
    {
        foreach (var (text, count) in said) Add(text, count);
    }

    void Add(SpokenText text, long count)
    {
        lock (_gate) _counts[text] = _counts.GetValueOrDefault(text) + count;
    }
}
