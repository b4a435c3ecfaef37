using System.Globalization;
using System.Security.Cryptography;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>
/// Twilio's inbound fields → what arrived. Read openly: any field may be missing, empty or new
/// (a tap's label comes as <c>Body</c>, a photo without one).
/// </summary>
public static class InboundForm
{
    /// <summary>The longest text that is kept; WhatsApp allows 4,096.</summary>
    public const int MaxWords = 4096;

    const int MaxProfileName = 100;
    const int MaxAddress = 160;
    const int MaxKey = 200;
    const int MaxUrl = 500;
    const int MaxType = 100;

    /// <summary>Null where the sender is missing or can't be one: there is nobody to answer.</summary>
    public static Arrived? Read(WebhookForm form, string repeatKey, Instant now)
    {
        if (AddressIn(form["From"]) is not { } from) return null;
        return new Arrived
        {
            Channel = TwilioChannel.ChannelName,
            Address = from,
            AlsoAddress = AddressIn(form["ExternalUserId"]) is { } also && also != from ? also : null,
            ProviderId = ProviderId(form),
            RepeatKey = repeatKey.Length is > 0 and <= MaxKey ? repeatKey : null,
            Inbound = InboundIn(form),
            At = now,
        };
    }

    static Inbound InboundIn(WebhookForm form)
    {
        var words = Words.Clean(form["Body"], MaxWords);
        var tapped = Words.Clean(FirstOf(form, "ButtonPayload", "ListId"), MaxKey);
        if (tapped.Length == 0)
        {
            if (PositionIn(form) is { } position) return new Inbound.Located(position);
            // A photo with a caption is answered as what was written under it.
            if (words.Length == 0 && MediaIn(form) is { } media) return new Inbound.Media(media, media is MediaKind.Voice ? RecordingIn(form) : null);
        }

        if (words.Length == 0) words = Words.Clean(FirstOf(form, "ButtonText", "ListTitle"), MaxWords);
        var profileName = Words.Clean(form["ProfileName"], MaxProfileName);
        return new Inbound.Message(words, tapped.Length == 0 ? null : tapped, profileName.Length == 0 ? null : profileName);
    }

    static GeoPoint? PositionIn(WebhookForm form) =>
        double.TryParse(form["Latitude"], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
        && double.TryParse(form["Longitude"], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
        && Math.Abs(latitude) <= 90
        && Math.Abs(longitude) <= 180
            ? new GeoPoint(latitude, longitude)
            : null;

    static MediaKind? MediaIn(WebhookForm form)
    {
        var type = form["MediaContentType0"];
        var has = type.Length > 0 || (int.TryParse(form["NumMedia"], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0);
        return has ? KindOf(type, form["MessageType"]) : null;
    }

    /// <summary>Where the voice note is; null where that can't be an address. Of no other file is it read.</summary>
    static Recording? RecordingIn(WebhookForm form) =>
        form["MediaUrl0"] is { Length: > 0 and <= MaxUrl } url && Uri.TryCreate(url, UriKind.Absolute, out _) ? new Recording(url, Words.Clean(form["MediaContentType0"], MaxType)) : null;

    static MediaKind KindOf(string contentType, string messageType) => (contentType.Split('/')[0], messageType) switch
    {
        (_, "sticker") => MediaKind.Sticker,
        ("audio", _) => MediaKind.Voice,
        // WhatsApp sends photos as JPEG and stickers as WebP.
        ("image", _) when contentType.StartsWith("image/webp", StringComparison.OrdinalIgnoreCase) => MediaKind.Sticker,
        ("image", _) => MediaKind.Picture,
        ("video", _) or ("application", _) or ("text", _) => MediaKind.File,
        _ => MediaKind.Other,
    };

    /// <summary>The message's sid under any of its names; without one, a hash of the body, so that a repeat is still known.</summary>
    static string ProviderId(WebhookForm form)
    {
        var sid = FirstOf(form, "MessageSid", "SmsMessageSid", "SmsSid");
        return sid.Length is > 0 and <= MaxKey && sid.All(char.IsAsciiLetterOrDigit) ? sid : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(form.Raw));
    }

    static string FirstOf(WebhookForm form, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (form[name] is { Length: > 0 } value) return value;
        return "";
    }

    /// <summary><c>whatsapp:+316…</c> or <c>whatsapp:NL.…</c> (a business-scoped user id), verbatim; null where it can't be an address.</summary>
    static string? AddressIn(string text) =>
        text.Length is > 0 and <= MaxAddress && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '+' or '.' or '-' or '_') ? text : null;
}
