using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace MdtChatBot.Support;

/// <summary>The message list, <c>GET Messages.json</c>: newest first, filtered by <c>To</c>, <c>From</c> and <c>DateSent</c>, in pages.</summary>
sealed class StubList(string account, IReadOnlyDictionary<string, string> query)
{
    const int DefaultPageSize = 50;
    const int LargestPageSize = 1000;

    int PageSize => Math.Clamp(Number("PageSize", DefaultPageSize), 1, LargestPageSize);

    int Page => Math.Max(0, Number("Page", 0));

    public void Write(Utf8JsonWriter json, IEnumerable<StubMessage> messages)
    {
        var fitting = messages.Where(Fits).OrderByDescending(m => m.At).ThenByDescending(m => m.Ticks).ToList();
        var page = fitting.Skip(Page * PageSize).Take(PageSize).ToList();
        var hasMore = fitting.Count > (Page + 1) * PageSize;

        json.WriteStartObject();
        json.WriteStartArray("messages");
        foreach (var message in page) StubReply.WriteMessage(json, account, message);
        json.WriteEndArray();
        json.WriteNumber("page", Page);
        json.WriteNumber("page_size", PageSize);
        json.WriteNumber("start", Page * PageSize);
        json.WriteNumber("end", (Page * PageSize) + Math.Max(0, page.Count - 1));
        json.WriteString("uri", UriOf(Page));
        json.WriteString("first_page_uri", UriOf(0));
        json.WriteString("next_page_uri", hasMore ? UriOf(Page + 1) : null);
        json.WriteString("previous_page_uri", Page > 0 ? UriOf(Page - 1) : null);
        json.WriteEndObject();
    }

    bool Fits(StubMessage message) =>
        Is("To", message.To) && Is("From", message.From)
        && (Sent("DateSent") is not { } day || message.At.InUtc().Date == day.InUtc().Date)
        // Twilio writes "on or after" as a parameter whose name ends in ">", so DateSent>=2026-11-23 reads as it should.
        && (Sent("DateSent>") is not { } first || message.At >= first)
        && (Sent("DateSent<") is not { } last || message.At <= last);

    bool Is(string name, string value) => !query.TryGetValue(name, out var wanted) || wanted == value;

    Instant? Sent(string name)
    {
        if (!query.TryGetValue(name, out var text)) return null;
        if (InstantPattern.ExtendedIso.Parse(text) is { Success: true } instant) return instant.Value;
        return LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value.AtMidnight().InUtc().ToInstant() : null;
    }

    int Number(string name, int otherwise) =>
        query.TryGetValue(name, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    string UriOf(int page)
    {
        var kept = query.Where(q => q.Key is not ("Page" or "PageSize" or "PageToken"))
            .Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}");
        var paging = $"PageSize={PageSize}&Page={page}" + (page > 0 ? $"&PageToken=PASM{page}" : "");
        return $"/2010-04-01/Accounts/{account}/Messages.json?{string.Join('&', kept.Append(paging))}";
    }
}
