using System.Globalization;
using System.Text.Json;
using MdtChatBot.Storage;
using NodaTime;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>Looks in Twilio's list of messages for one whose answer never came.</summary>
public sealed class SentMessages(TwilioApi api)
{
    const int MaxPages = 20;

    /// <summary>Twilio writes whole seconds, and its clock is not ours.</summary>
    static readonly Duration Slack = Duration.FromSeconds(5);

    /// <summary>The sid of the message, or null where it certainly was not sent.</summary>
    /// <param name="asTemplate">Twilio writes a template's words itself: then the words are not compared. One message of a youth is under way at a time.</param>
    /// <exception cref="HttpRequestException">Twilio can't be asked now.</exception>
    public async Task<string?> Find(OutboxMessage message, bool asTemplate, Func<string, Task<bool>> isTaken, CancellationToken stop)
    {
        var since = message.UnknownSince is { } unknown ? unknown - Slack : Instant.MinValue;
        var body = asTemplate ? null : MessageBody.Write(message.Written)?.Trim();
        string? next = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var list = await Page(message.Address, next, stop);
            foreach (var sent in list.Messages ?? [])
                if (IsIt(sent, message.Address, body, since) && !await isTaken(sent.Sid!)) return sent.Sid;
            // Newest first. Filtering by DateSent would hide those that are still queued, so the end is found by age.
            if (list.NextPageUri is null || (list.Messages ?? []).Any(m => CreatedAt(m) < since)) return null;
            next = list.NextPageUri;
        }

        throw new HttpRequestException("The list of messages does not end.");
    }

    static bool IsIt(TwilioMessage sent, string to, string? body, Instant since) =>
        sent.Sid is { Length: > 0 }
        && sent.To == to
        && sent.Direction?.StartsWith("outbound", StringComparison.Ordinal) == true
        && (body is null || sent.Body?.Trim() == body)
        && CreatedAt(sent) >= since;

    static Instant CreatedAt(TwilioMessage sent) =>
        DateTimeOffset.TryParse(sent.DateCreated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? Instant.FromDateTimeOffset(at)
            : Instant.MinValue;

    async Task<TwilioMessagePage> Page(string to, string? page, CancellationToken stop)
    {
        try
        {
            var (answer, body) = await api.List(to, page, stop);
            using (answer) answer.EnsureSuccessStatusCode();
            return JsonSerializer.Deserialize(body, TwilioJson.Default.TwilioMessagePage) ?? throw new HttpRequestException("Twilio sent no list.");
        }
        catch (Exception e) when (e is JsonException or TimeoutException or IOException)
        {
            throw new HttpRequestException("Twilio can't be asked now.", e);
        }
    }
}
