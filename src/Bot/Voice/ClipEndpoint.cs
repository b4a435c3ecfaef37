using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Voice;

/// <summary><c>/clips/{address}</c>: what staff spoke, for youth and for WhatsApp, which fetches it. The address can't be guessed, and no youth is in it.</summary>
static class ClipEndpoint
{
    public const string Path = "/clips/";

    const int AddressLength = 32;

    public static void MapClips(this IEndpointRouteBuilder routes) => routes.MapGet(Path + "{address}", Play);

    /// <summary>A new address.</summary>
    public static string NewAddress() => System.Security.Cryptography.RandomNumberGenerator.GetHexString(AddressLength, lowercase: true);

    static async Task<IResult> Play(string address, HttpResponse response, ClipStore clips, CancellationToken stop)
    {
        if (address.Length != AddressLength || !address.All(char.IsAsciiHexDigitLower) || await clips.Sound(address, stop) is not { } sound) return TypedResults.NotFound();
        response.Headers.CacheControl = "public, max-age=86400, immutable";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.Bytes(sound.Bytes, sound.Type, enableRangeProcessing: true);
    }
}
