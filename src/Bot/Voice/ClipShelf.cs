using MdtChatBot.Storage;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Bot.Voice;

/// <summary>Which texts were spoken, as this node knows it: read again every few seconds, and whenever staff here change one.</summary>
public sealed class ClipShelf(ClipStore clips)
{
    volatile IReadOnlyDictionary<SpokenText, string> _now = new Dictionary<SpokenText, string>();

    /// <summary>Each with the address of its sound.</summary>
    public IReadOnlyDictionary<SpokenText, string> Now => _now;

    public async Task Read(CancellationToken stop) => _now = (await clips.All(stop)).ToDictionary(c => c.Text, c => c.Address);
}
