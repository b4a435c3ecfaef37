using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>What a status callback says about one of our messages. Closed list.</summary>
public abstract record StatusNews
{
    StatusNews() { }

    /// <summary>It got this far, or failed for good.</summary>
    public sealed record Progress(DeliveryStatus Status) : StatusNews;

    /// <summary>It was refused because only a template may be sent now: it waits for the youth, if it is still worth saying.</summary>
    public sealed record NeedsTemplate(DeliveryStatus Status) : StatusNews;

    /// <summary>It failed because the youth opted out: that stops the conversation too.</summary>
    public sealed record OptedOut(SendMark.OptedOut Mark) : StatusNews;

    /// <summary>A stand-in did not arrive; the message that it announced goes on waiting.</summary>
    public sealed record OfStandIn(DeliveryStatus Status) : StatusNews;

    /// <summary>The same of an alert to a member of staff.</summary>
    public sealed record OfAlert(DeliveryStatus Status) : StatusNews;
}

/// <summary>Twilio's status fields → news. Most of WhatsApp's refusals come here and not in the answer to the send.</summary>
public static class StatusForm
{
    /// <summary>Null for a status we do not know: states may be added at any time.</summary>
    public static StatusNews? Read(long id, WebhookForm form, bool isAlert = false, bool isStandIn = false)
    {
        var state = form["MessageStatus"] is { Length: > 0 } named ? named : form["SmsStatus"];
        var sid = form["MessageSid"] is { Length: > 0 } given ? given : form["SmsSid"];
        if (RankOf(state) is not { } rank) return null;
        var code = rank is Delivery.Failed ? CodeIn(form, state) : "";
        if (isAlert) return new StatusNews.OfAlert(new DeliveryStatus(id, sid, rank, code));
        return TwilioErrors.MeaningOf(code) switch
        {
            not TwilioErrors.Meaning.OptedOut when isStandIn => rank is Delivery.Failed ? new StatusNews.OfStandIn(new DeliveryStatus(id, sid, rank, code)) : null,
            TwilioErrors.Meaning.OptedOut => new StatusNews.OptedOut(new SendMark.OptedOut(id, code)),
            TwilioErrors.Meaning.NeedsTemplate => new StatusNews.NeedsTemplate(new DeliveryStatus(id, sid, rank, code)),
            _ => new StatusNews.Progress(new DeliveryStatus(id, sid, rank, code)),
        };
    }

    static Delivery? RankOf(string state) => state switch
    {
        // Twilio has it: whatever became of the answer to our send, it must not be sent again.
        "accepted" or "scheduled" or "queued" or "sending" or "sent" => Delivery.Sent,
        "delivered" or "partially_delivered" => Delivery.Delivered,
        "read" => Delivery.Read,
        "failed" or "undelivered" or "canceled" => Delivery.Failed,
        _ => null,
    };

    static string CodeIn(WebhookForm form, string state)
    {
        var code = form["ErrorCode"];
        return code.Length is > 0 and <= 10 && code.All(char.IsAsciiDigit) ? code : state;
    }
}
