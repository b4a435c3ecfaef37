using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace MdtChatBot.Bot.Staff;

/// <summary>The fields of a request's JSON, and what is wrong with each of them.</summary>
public sealed class Fields
{
    const int LargestBody = 32 * 1024;

    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4 };

    readonly JsonElement _body;
    readonly Dictionary<string, string[]> _faults = [];

    Fields(JsonElement body) => _body = body;

    /// <summary>Field → what is wrong with it; empty while all is well.</summary>
    public IReadOnlyDictionary<string, string[]> Faults => _faults;

    /// <summary>Reads the body; one that is no JSON object has no fields, and a fault under <c>body</c>.</summary>
    public static async Task<Fields> Read(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength > LargestBody) return Unreadable("is larger than 32 KB");
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, Strict, stop);
            return document.RootElement.ValueKind is JsonValueKind.Object ? new Fields(document.RootElement.Clone()) : Unreadable("must be a JSON object");
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException)
        {
            return Unreadable("must be a JSON object");
        }
    }

    public long Id(string field) =>
        Value(field) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var id) && id > 0 ? id : Fault(field, "must be a positive number", 0L);

    public bool Flag(string field) => Value(field)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Fault(field, "must be true or false", false),
    };

    public string Text(string field, int max)
    {
        var text = Value(field) is { ValueKind: JsonValueKind.String } value ? value.GetString()!.Trim() : "";
        if (text.Length == 0) Fault(field, "must be text, and not empty", "");
        if (text.Length > max) Fault(field, $"must have at most {max} characters", "");
        return text;
    }

    /// <summary>An instant as ISO 8601 with <c>Z</c> or an offset: <c>2026-11-28T16:00:00+01:00</c>.</summary>
    public Instant Instant(string field) =>
        Value(field) is { ValueKind: JsonValueKind.String } text && OffsetDateTimePattern.ExtendedIso.Parse(text.GetString()!).TryGetValue(default, out var at)
            ? at.ToInstant()
            : Fault(field, "must be a date and time with its offset, as 2026-11-28T16:00:00+01:00", NodaTime.Instant.MinValue);

    /// <summary>Records a rule that spans more than the field's own shape.</summary>
    public void Demand(bool holds, string field, string otherwise)
    {
        if (!holds && !_faults.ContainsKey(field)) Fault(field, otherwise, false);
    }

    JsonElement? Value(string field) => _body.ValueKind is JsonValueKind.Object && _body.TryGetProperty(field, out var value) ? value : null;

    T Fault<T>(string field, string what, T instead)
    {
        _faults.TryAdd(field, [what]);
        return instead;
    }

    static Fields Unreadable(string what)
    {
        var fields = new Fields(default);
        fields._faults.Add("body", [what]);
        return fields;
    }
}
