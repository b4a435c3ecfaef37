using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace MdtChatBot.Bot.Voice;

/// <summary>Plays what youth said, while it may be kept.</summary>
/// <param name="twilio">Null where WhatsApp is off.</param>
public sealed class VoiceNotes(RecordingStore recordings, TwilioMedia? twilio, IClock clock)
{
    /// <summary>The voice note behind a line of this youth: not found where there is none any more, a bad gateway where the provider is silent.</summary>
    public async Task<IActionResult> Play(YouthId youth, long line, CancellationToken stop)
    {
        if (twilio is null || await recordings.Find(youth, line, clock.GetCurrentInstant(), stop) is not { } recording) return new NotFoundResult();
        try
        {
            return await twilio.Fetch(recording.Url, stop) is { } sound ? new SoundResult(sound) : new NotFoundResult();
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutException)
        {
            return new StatusCodeResult(StatusCodes.Status502BadGateway);
        }
    }
}
