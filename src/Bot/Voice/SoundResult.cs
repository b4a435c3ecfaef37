using MdtChatBot.Bot.Channels.Twilio;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Voice;

/// <summary>Plays a sound to the browser as it comes: kept nowhere, and taken for nothing but a sound.</summary>
sealed class SoundResult(Sound sound) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        using (sound)
        {
            var (response, stop) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
            response.ContentType = sound.Type;
            response.Headers.ContentDisposition = "inline";
            response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            // A sound that is cut off is told by the broken connection.
            if (!await sound.CopyTo(response.Body, stop)) context.HttpContext.Abort();
        }
    }
}
