using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Storage;
using NodaTime;

namespace MdtChatBot.Bot.Voice;

/// <summary>Voice notes whose time is over are deleted at the provider, and then forgotten here; one that can't be deleted now is tried again.</summary>
/// <param name="twilio">Null where WhatsApp is off: there is nobody to ask.</param>
public sealed class RecordingRound(RecordingStore recordings, TwilioMedia? twilio, IClock clock)
{
    const int AtATime = 50;

    /// <summary>How many are gone.</summary>
    public async Task<int> Run(CancellationToken stop)
    {
        var gone = new List<long>();
        foreach (var (line, url) in await recordings.Over(clock.GetCurrentInstant(), AtATime, stop))
            if (twilio is null || await IsDeleted(url, stop)) gone.Add(line);
        await recordings.Forget(gone, stop);
        return gone.Count;
    }

    async Task<bool> IsDeleted(string url, CancellationToken stop)
    {
        try
        {
            return await twilio!.Delete(url, stop);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutException)
        {
            return false;
        }
    }
}
