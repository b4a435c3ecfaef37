using MdtChatBot.Storage;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Bot.Texts;

/// <summary>Brings what staff changed, on whatever node, into the catalogue of this one.</summary>
public sealed class LiveTexts(TextStore store, Catalogue catalogue)
{
    long _version;

    /// <summary>One row is read; the texts only where that tells of a change.</summary>
    public async Task Refresh(CancellationToken stop)
    {
        // Before the texts: what changes while they are read is then read again.
        var version = await store.Version(stop);
        if (version == Interlocked.Read(ref _version)) return;
        catalogue.Use((await store.All(stop)).Select(t => t.Text));
        Interlocked.Exchange(ref _version, version);
    }
}
