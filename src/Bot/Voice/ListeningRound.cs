using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Bot.Voice;

/// <summary>
/// Voice notes that wait to be written down: fetched, heard, and what was heard comes in as an input of its own. Nothing of the sound touches a disk here;
/// that it could not be heard comes in as well, so that the youth is told.
/// </summary>
sealed class ListeningRound(RecordingStore recordings, TwilioMedia twilio, ITranscriber transcriber, InboxWriter inbox, IClock clock)
{
    const int AtATime = 4;

    // Longer than fetching and hearing may take; a node that dies leaves its notes to others.
    static readonly Duration Lent = Duration.FromMinutes(7);

    /// <summary>How many were taken.</summary>
    public async Task<int> Run(CancellationToken stop)
    {
        var notes = await recordings.Lend(clock.GetCurrentInstant(), Lent, AtATime, stop);
        await Task.WhenAll(notes.Select(note => Listen(note, stop)));
        return notes.Count;
    }

    async Task Listen(UnheardNote note, CancellationToken stop)
    {
        var words = await Heard(note, stop) ?? "";
        await inbox.Accept(new Addressed(note.Youth, $"spoken:{note.Line}", new Inbound.Spoken(note.Line, words), clock.GetCurrentInstant()), stop);
        await recordings.Written(note.Line, stop);
    }

    async Task<string?> Heard(UnheardNote note, CancellationToken stop)
    {
        try
        {
            using var sound = await twilio.Fetch(note.Recording.Url, stop);
            if (sound is null) return null;
            using var bytes = new MemoryStream();
            return await sound.CopyTo(bytes, stop) ? await transcriber.Transcribe(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), sound.Type, note.Language, stop) : null;
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutException or IOException)
        {
            return null;
        }
    }
}
