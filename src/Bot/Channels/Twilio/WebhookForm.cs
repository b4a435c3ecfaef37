using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>
/// The body of a webhook: its raw bytes and, where it is a form, its fields as received (also unknown and repeated ones, which are signed too).
/// </summary>
public sealed class WebhookForm
{
    /// <summary>The largest body that is read; Twilio's are around 1 KB.</summary>
    public const int MaxBytes = 64 * 1024;

    WebhookForm(byte[] raw, bool isJson, List<(string Name, string Value)> fields)
    {
        Raw = raw;
        IsJson = isJson;
        Fields = fields;
    }

    public byte[] Raw { get; }

    /// <summary>A JSON body is signed by its hash in the address; it has no fields.</summary>
    public bool IsJson { get; }

    public IReadOnlyList<(string Name, string Value)> Fields { get; }

    /// <summary>The first value under this name; empty where there is none.</summary>
    public string this[string name]
    {
        get
        {
            foreach (var field in Fields)
                if (field.Name == name) return field.Value;
            return "";
        }
    }

    /// <summary>Reads the whole body; null when it is larger than <see cref="MaxBytes"/>.</summary>
    public static async Task<WebhookForm?> Read(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength > MaxBytes) return null;
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(stop);
            if (read.Buffer.Length > MaxBytes) return null;
            if (read.IsCompleted)
            {
                var raw = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return Parse(raw, IsJsonType(request.ContentType));
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>Parses openly: whatever can't be a form has no fields, or odd ones, and then fails at the signature.</summary>
    public static WebhookForm Parse(byte[] raw, bool isJson = false) => new(raw, isJson, isJson ? [] : ParseFields(raw));

    static List<(string, string)> ParseFields(byte[] raw)
    {
        var fields = new List<(string, string)>(24);
        foreach (var pair in new QueryStringEnumerable(Encoding.UTF8.GetString(raw).AsMemory()))
            fields.Add((pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        return fields;
    }

    static bool IsJsonType(string? type) => type?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true;
}
