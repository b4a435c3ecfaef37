using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MdtChatBot.Workflow.Templates;

namespace MdtChatBot.Bot.Templates;

/// <summary>A template as Twilio's Content API takes it: <c>POST /v1/Content</c>.</summary>
sealed record ContentRequest
{
    public required string FriendlyName { get; init; }

    public required string Language { get; init; }

    /// <summary>Sample values by number; left out where there are none.</summary>
    public IReadOnlyDictionary<string, string>? Variables { get; init; }

    public required ContentTypes Types { get; init; }

    public static ContentRequest Of(TemplateText text) => new()
    {
        FriendlyName = text.Name,
        Language = text.Declared,
        Variables = text.Samples.Count == 0 ? null : text.Samples.Select((s, i) => (Number: $"{i + 1}", Sample: s)).ToDictionary(s => s.Number, s => s.Sample),
        Types = text.Buttons.Count == 0
            ? new ContentTypes { Text = new ContentText { Body = text.Body } }
            : new ContentTypes { QuickReply = new ContentQuickReply { Body = text.Body, Actions = [.. text.Buttons.Select(b => new ContentAction(b.Title, b.Id))] } },
    };
}

sealed record ContentTypes
{
    [JsonPropertyName("twilio/text")]
    public ContentText? Text { get; init; }

    [JsonPropertyName("twilio/quick-reply")]
    public ContentQuickReply? QuickReply { get; init; }
}

sealed record ContentText
{
    public required string Body { get; init; }
}

sealed record ContentQuickReply
{
    public required string Body { get; init; }

    public required IReadOnlyList<ContentAction> Actions { get; init; }
}

sealed record ContentAction(string Title, string Id);

/// <summary><c>POST /v1/Content/{sid}/ApprovalRequests/whatsapp</c>.</summary>
sealed record ApprovalRequest(string Name, string Category);

/// <summary>What was made: only its id is wanted.</summary>
sealed record ContentAnswer
{
    public string? Sid { get; init; }
}

/// <summary>A page of <c>GET /v1/ContentAndApprovals</c>.</summary>
sealed record ContentPage
{
    public IReadOnlyList<ContentLine>? Contents { get; init; }

    public ContentMeta? Meta { get; init; }
}

sealed record ContentMeta
{
    /// <summary>Null on the last page.</summary>
    public string? NextPageUrl { get; init; }
}

/// <summary>A template at Twilio, and what WhatsApp says of it.</summary>
sealed record ContentLine
{
    public string? Sid { get; init; }

    public string? FriendlyName { get; init; }

    public ContentApproval? ApprovalRequests { get; init; }
}

sealed record ContentApproval
{
    public string? Status { get; init; }

    public string? Category { get; init; }

    public string? RejectionReason { get; init; }
}

/// <summary>A fault as Twilio tells it.</summary>
sealed record ContentFault
{
    public int? Code { get; init; }

    public string? Message { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ContentRequest))]
[JsonSerializable(typeof(ApprovalRequest))]
[JsonSerializable(typeof(ContentAnswer))]
[JsonSerializable(typeof(ContentPage))]
[JsonSerializable(typeof(ContentFault))]
[JsonSerializable(typeof(MetaTemplate))]
sealed partial class ContentJson : JsonSerializerContext
{
    /// <summary>For files that people read: Arabic as it is, one property a line.</summary>
    public static ContentJson Readable => s_readable.Value;

    static readonly Lazy<ContentJson> s_readable = new(() => new ContentJson(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }));
}
